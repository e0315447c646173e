import type { Huawei } from '../huawei/huawei.ts';

/** The formats a list of tokens can be downloaded in. */
export type TokenListFormat = 'txt' | 'csv' | 'ndjson' | 'json';

interface Notation {
  readonly contentType: string;
  readonly before: string;
  readonly line: (token: string) => string;
  readonly between: string;
  readonly after: string;
}

const NOTATIONS: Readonly<Record<TokenListFormat, Notation>> = {
  txt: { contentType: 'text/plain', before: '', line: (token) => token, between: '\n', after: '\n' },
  csv: { contentType: 'text/csv', before: 'token\r\n', line: quoted, between: '\r\n', after: '\r\n' },
  ndjson: { contentType: 'application/x-ndjson', before: '', line: asObject, between: '\n', after: '\n' },
  json: { contentType: 'application/json', before: '[', line: JSON.stringify, between: ',\n', after: ']\n' },
};

const PAGE = 10_000;

/** An app's tokens as a file. Written page by page: ten million of them do not fit in one string. */
export function tokenListResponse(huawei: Huawei, clientId: string, format: TokenListFormat): Response {
  const { contentType, before, line, between, after } = NOTATIONS[format];
  const encoder = new TextEncoder();
  const count = huawei.deviceCount(clientId);
  let offset = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(before)),
    pull: (controller) => {
      const page = huawei.tokens(clientId, { offset, limit: Math.min(PAGE, count - offset) });
      const glue = offset === 0 ? '' : between;
      offset += page.length;
      if (page.length > 0) controller.enqueue(encoder.encode(glue + page.map(line).join(between)));
      if (offset < count) return;
      if (count > 0 || format === 'json') controller.enqueue(encoder.encode(after));
      controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'content-disposition': `attachment; filename="tokens-${clientId}.${format}"`,
    },
  });
}

function quoted(token: string): string {
  return /[",\r\n]/.test(token) ? `"${token.replaceAll('"', '""')}"` : token;
}

function asObject(token: string): string {
  return JSON.stringify({ token });
}
