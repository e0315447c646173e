/** An answer before it is bytes. */
export interface Answer {
  readonly status: number;
  readonly contentType?: string;
  readonly body: string;
  /** The code of the vendor's that it carries, and the id of the request. */
  readonly code?: string;
  readonly requestId?: string;
  readonly retryAfter?: RetryAfter;
  /** Headers that only this vendor has. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RetryAfter {
  readonly seconds: number;
  readonly as: 'seconds' | 'date';
}

/** A bare HTTP status, as a proxy in front of the vendor would send it. */
export function bareAnswer(options: {
  readonly status: number;
  readonly body: 'json' | 'html' | 'empty';
  readonly retryAfter?: RetryAfter | undefined;
}): Answer {
  const { status, body, retryAfter } = options;
  const shared = { status, ...(retryAfter === undefined ? {} : { retryAfter }) };
  switch (body) {
    case 'json':
      return {
        ...shared,
        contentType: 'application/json',
        body: JSON.stringify({ status, error: `HTTP ${status}` }),
      };
    case 'html':
      return { ...shared, contentType: 'text/html', body: `<html><body><h1>${status}</h1></body></html>` };
    case 'empty':
      return { ...shared, body: '' };
  }
}

/** The bytes of an answer, under the server's clock. */
export function toResponse(answer: Answer, serverTime: number): Response {
  const headers = new Headers({ ...answer.headers, date: new Date(serverTime).toUTCString() });
  if (answer.contentType !== undefined) headers.set('content-type', answer.contentType);
  if (answer.retryAfter !== undefined) headers.set('retry-after', wait(answer.retryAfter, serverTime));
  // Some statuses may have no body; and an empty string would be given a content type.
  const bodiless = answer.body === '' || [204, 205, 304].includes(answer.status);
  return new Response(bodiless ? null : answer.body, { status: answer.status, headers });
}

function wait({ seconds, as }: RetryAfter, serverTime: number): string {
  return as === 'seconds' ? String(seconds) : new Date(serverTime + seconds * 1000).toUTCString();
}
