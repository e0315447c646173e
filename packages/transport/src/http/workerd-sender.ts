import type { NoAnswerError } from '@unpush/core';
import { broken } from './broken.ts';
import { ended, type Ending } from './ended.ts';
import type { HttpSender } from './http-sender.ts';
import { senderOn, type FetchSenderOptions } from './sender-on.ts';

/**
 * A sender on the `fetch` of Cloudflare Workers. Its errors have no codes, be it the name, the port, TLS or the network:
 * so what Node's codes mean is not carried along, and a request that ends with one may have been received.
 *
 * Throws `InvalidRequestError` for a `timeoutMs` that cannot be.
 *
 * @see https://developers.cloudflare.com/workers/runtime-apis/fetch/
 *
 * @example
 * ```ts
 * const send = workerdSender({ fetch: (url, init) => fetch(url, init) });
 * ```
 */
export const workerdSender = (options: FetchSenderOptions): HttpSender => senderOn(options, noAnswer);

const noAnswer = (cause: unknown, ending: Ending): NoAnswerError =>
  ended({ ...broken(ending.phase, { host: ending.host, reason: '' }), ...ending, cause });
