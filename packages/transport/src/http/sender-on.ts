import { NoAnswerError } from '@unpush/core';
import { abortable, hasAborted } from '../async/abortable.ts';
import { checkTimeout } from './check-timeout.ts';
import type { Ending, Phase } from './ended.ts';
import { aborted, tooLate, tooLong } from './endings.ts';
import type { HttpAnswer, HttpSender } from './http-sender.ts';
import { readBounded, type BodyStream } from './read-bounded.ts';

/** What of `fetch` a sender needs: the platform's own, or one of your making. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;

/** What a sender passes to `fetch`; not readonly, because the platforms' own types are not. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
  redirect: 'manual';
  signal: AbortSignal;
}

/** What of a fetch `Response` a sender reads. */
export interface FetchAnswer {
  readonly status: number;
  readonly type?: string;
  readonly headers: { get(name: string): string | null };
  readonly body: BodyStream | null;
}

/** Options of `fetchSender` and `workerdSender`. */
export interface FetchSenderOptions {
  readonly fetch: Fetch;
  /** From the call to the last byte of the answer, in milliseconds: more than 0, at most 3,600,000. Default 40,000. */
  readonly timeoutMs?: number;
}

const LATE = new DOMException('The answer took too long', 'TimeoutError');

/** A sender on `fetch`, whose faults are read by `noAnswer`. */
export function senderOn(
  { fetch, timeoutMs = 40_000 }: FetchSenderOptions,
  noAnswer: (cause: unknown, ending: Ending) => NoAnswerError,
): HttpSender {
  checkTimeout('timeoutMs', timeoutMs);
  // Nothing but whole milliseconds is taken there
  const limitMs = Math.ceil(timeoutMs);
  return async (request, { signal }) => {
    const { host } = new URL(request.url);
    if (hasAborted(signal)) throw aborted({ host, phase: 'connecting', cause: signal?.reason });
    // Not AbortSignal.any: of a signal that lives long, workerd keeps what it made of it, for each request
    const stop = new AbortController();
    const onAbort = (): void => stop.abort(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    // Not AbortSignal.timeout: it runs on when the answer is there, and a Worker may have 10,000 timers
    const timer = setTimeout(() => stop.abort(LATE), limitMs);
    let phase: Phase = 'unsure';
    const exchange = async (): Promise<HttpAnswer> => {
      const { method, headers, body } = request;
      const init = {
        method,
        headers: { ...headers },
        body,
        redirect: 'manual',
        signal: stop.signal,
      } as const;
      const answer = await fetch(request.url, init);
      phase = 'answering';
      return read(answer, host);
    };
    try {
      // Not every fetch minds its signal
      return await abortable(exchange(), stop.signal);
    } catch (cause) {
      if (NoAnswerError.isInstance(cause)) throw cause;
      if (hasAborted(signal)) throw aborted({ host, phase, cause: signal?.reason });
      if (stop.signal.reason === LATE) throw tooLate({ host, phase, afterMs: timeoutMs });
      throw noAnswer(cause, { host, phase });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  };
}

async function read(answer: FetchAnswer, host: string): Promise<HttpAnswer> {
  const body = answer.body === null ? '' : await readBounded(answer.body);
  if (body === undefined) throw tooLong(host);
  return {
    // A browser hides where a redirect leads, and its status with it
    status: answer.type === 'opaqueredirect' ? 302 : answer.status,
    headers: { get: (name) => answer.headers.get(name) ?? undefined },
    body,
  };
}
