import { forever } from './clock.ts';

/**
 * What becomes of a request: an HTTP answer, or one of the ways a connection can let its caller down. HTTP has
 * no words for the latter, so whoever owns the socket has to act them out.
 */
export type Exchange =
  | { readonly kind: 'response'; readonly response: Response }
  /** The connection is reset; no byte of an answer is sent. */
  | { readonly kind: 'reset' }
  /** `response` announces its whole length, and the connection is cut after `sentBytes` bytes of its body. */
  | { readonly kind: 'cut'; readonly response: Response; readonly sentBytes: number }
  /** The request was taken, and no answer ever comes. */
  | { readonly kind: 'stall' };

/** Acts an exchange out the way `fetch` shows it to its caller. */
export async function asFetch(exchange: Exchange, signal: AbortSignal): Promise<Response> {
  switch (exchange.kind) {
    case 'response':
      return exchange.response;
    case 'reset':
      throw new TypeError('fetch failed', { cause: connectionError('ECONNRESET', 'read ECONNRESET') });
    case 'cut':
      return cutShort(exchange.response, exchange.sentBytes);
    case 'stall':
      return forever(signal);
  }
}

async function cutShort(response: Response, sentBytes: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('content-length', String(whole.length));
  const body = new ReadableStream<Uint8Array>({
    // Two pulls: erroring in the first would throw the bytes away that were enqueued.
    pull: (controller) => {
      if (sent) controller.error(new TypeError('terminated', { cause: closed }));
      else controller.enqueue(whole.subarray(0, sentBytes));
      sent = true;
    },
  });
  let sent = false;
  const closed = connectionError('UND_ERR_SOCKET', 'other side closed');
  return new Response(body, { status: response.status, headers });
}

function connectionError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
