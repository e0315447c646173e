import type { Call } from '../call.ts';
import { Refusal } from '../refusal.ts';

const MAX_BYTES = 4096;

/**
 * At most 4096 bytes "without the Push Tokens": the raw body without the bytes of the tokens' text; their
 * quotation marks and commas count. A body that is not JSON cannot be measured and is left to the next check.
 */
export function checkBodySize({ rawBody, tokenBytes, json }: Call): void {
  if (json !== undefined && rawBody.length - tokenBytes > MAX_BYTES) throw new Refusal('80300008');
}
