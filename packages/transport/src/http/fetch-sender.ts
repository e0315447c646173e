import type { HttpSender } from './http-sender.ts';
import { noAnswer } from './no-answer.ts';
import { senderOn, type FetchSenderOptions } from './sender-on.ts';

/**
 * A sender on the platform's `fetch`, wherever that is; on Cloudflare Workers prefer `workerdSender`, which carries less.
 *
 * TLS is the platform's there. On Node prefer `undiciSender` of `@unpush/transport/undici`: it holds TLS 1.2 as
 * the least, verifies certificates whatever the environment says, and knows better what was sent.
 *
 * Throws `InvalidRequestError` for a `timeoutMs` that cannot be.
 *
 * @example
 * ```ts
 * const send = fetchSender({ fetch });
 * ```
 */
export const fetchSender = (options: FetchSenderOptions): HttpSender => senderOn(options, noAnswer);
