import { isUtf8 } from 'node:buffer';
import { mendStrays } from '../../../../intake/json/mend-strays.ts';

/** JSON in which every byte that is no UTF-8 is known by an escape: see {@link mendStrays}. */
export function mendUtf8(json: Buffer): Buffer {
  return isUtf8(json) ? json : Buffer.from(mendStrays(json.toString('latin1')), 'latin1');
}
