import { fetch } from 'undici';
import { checkTimeout } from '../http/check-timeout.ts';
import { openDispatchers } from './dispatchers.ts';
import type { Timeouts, UndiciSenderOptions } from './undici-sender.ts';

/** Options of {@link undiciFetch}. There is none to weaken TLS or to skip the check of certificates. */
export interface UndiciFetchOptions extends Pick<
  UndiciSenderOptions,
  'ca' | 'connections' | 'proxy' | 'http2'
> {
  /** There is no limit for the answer: it may be a stream that lasts. */
  readonly timeouts?: Pick<Timeouts, 'connectMs'>;
}

/** A fetch that holds connections: close it after the last answer is read. */
export interface UndiciFetch extends AsyncDisposable {
  (request: Request): Promise<Response>;
  /** Waits for what is under way, then closes all connections. */
  close(): Promise<void>;
}

/** What a `Response` refuses to be given a body with. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A fetch on the connections of `undiciSender`: TLS 1.2 or newer, certificates always verified, one's own authorities
 * and a proxy where they are given. For services other than the vendors', with streams both ways. A redirect is
 * given back and never followed: what the request carries is meant for one host.
 *
 * Throws `InvalidRequestError` for a `ca` without a certificate, a `proxy` that is no URL, or a timeout that cannot
 * be.
 *
 * @example
 * ```ts
 * await using fetch = undiciFetch({ ca });
 * const answer = await fetch(new Request('https://gateway.example/healthz'));
 * ```
 */
export function undiciFetch(options: UndiciFetchOptions = {}): UndiciFetch {
  const { ca, connections = 8, timeouts = {}, proxy, http2 = false } = options;
  const { connectMs = 10_000 } = timeouts;
  checkTimeout('timeouts.connectMs', connectMs);
  const dispatchers = openDispatchers({
    connections,
    connectMs,
    http2,
    ...(ca !== undefined && { ca }),
    ...(proxy !== undefined && { proxy }),
  });
  const send = async ({ url, method, headers, body, signal }: Request): Promise<Response> => {
    const answer = await fetch(url, {
      method,
      headers: [...headers],
      ...(body !== null && { body, duplex: 'half' as const }),
      signal,
      redirect: 'manual',
      dispatcher: dispatchers.for(new URL(url)),
    });
    const { status, statusText } = answer;
    const given = WITHOUT_BODY.has(status) ? null : answer.body;
    return new Response(given, { status, statusText, headers: [...answer.headers] });
  };
  const close = (): Promise<void> => dispatchers.close();
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}
