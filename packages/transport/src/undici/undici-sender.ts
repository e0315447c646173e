import { checkTimeout } from '../http/check-timeout.ts';
import type { HttpSender } from '../http/http-sender.ts';
import { openDispatchers } from './dispatchers.ts';
import { Exchange } from './exchange.ts';

/** Options of {@link undiciSender}. There is none to weaken TLS or to skip the check of certificates. */
export interface UndiciSenderOptions {
  /** Certificate authorities, as PEM, to trust *besides* Node's own. */
  readonly ca?: string | readonly string[];
  /** The most connections to one host, made as they are needed. Default 256. Further requests wait for a free one. */
  readonly connections?: number;
  readonly timeouts?: Timeouts;
  /**
   * A proxy's URL (`http://…` or `https://…`), or `environment` to go by HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
   * This very machine is always reached directly. Default: none, whatever the environment says.
   */
  readonly proxy?: string;
  /** Whether HTTP/2 may be spoken where the server offers it. Default false: plain keep-alive fails more simply. */
  readonly http2?: boolean;
}

/** How long to wait, in milliseconds: more than 0, at most 3,600,000. */
export interface Timeouts {
  /** For a connection, TLS handshake included. Default 10,000. */
  readonly connectMs?: number;
  /** From the first byte of the request to the last of the answer. Default 30,000. */
  readonly answerMs?: number;
}

/** A sender that holds connections: close it after the last request. */
export interface UndiciSender extends HttpSender, AsyncDisposable {
  /** Waits for what is under way, then closes all connections. */
  close(): Promise<void>;
}

/**
 * The sender for Node: one long-lived pool of keep-alive connections; TLS 1.2 or newer with ECDHE and
 * authenticated encryption; certificates always verified.
 *
 * Throws `InvalidRequestError` for a `ca` without a certificate, a `proxy` that is no URL, or a timeout that cannot
 * be.
 *
 * @example
 * ```ts
 * await using send = undiciSender();
 * const client = createHuaweiClient({ serviceAccount, clientId, send });
 * ```
 */
export function undiciSender(options: UndiciSenderOptions = {}): UndiciSender {
  const { ca, connections = 256, timeouts = {}, proxy, http2 = false } = options;
  const { connectMs = 10_000, answerMs = 30_000 } = timeouts;
  checkTimeout('timeouts.connectMs', connectMs);
  checkTimeout('timeouts.answerMs', answerMs);
  const dispatchers = openDispatchers({
    connections,
    connectMs,
    http2,
    ...(ca !== undefined && { ca }),
    ...(proxy !== undefined && { proxy }),
  });
  const parse = createUrlParser();
  const send: HttpSender = ({ method, url, headers, body }, { signal }) =>
    new Promise((resolve, reject) => {
      const target = parse(url);
      const exchange = new Exchange({ host: target.host, answerMs, signal }, { resolve, reject });
      if (signal?.aborted === true) return;
      dispatchers.for(target).dispatch(
        {
          origin: target.origin,
          path: target.pathname + target.search,
          method,
          headers,
          body,
          // The exchange has one timer over the whole answer; these would see each part by itself
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        exchange,
      );
    });
  const close = (): Promise<void> => dispatchers.close();
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}

/** Remembers the last one: a recall sends thousands of requests to one URL. */
function createUrlParser(): (url: string) => URL {
  let last: { readonly url: string; readonly parsed: URL } | undefined;
  return (url) => {
    if (last?.url !== url) last = { url, parsed: new URL(url) };
    return last.parsed;
  };
}
