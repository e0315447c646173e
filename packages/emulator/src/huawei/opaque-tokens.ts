import { type Random, fastBits } from '../random.ts';

const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const PREFIX = new TextEncoder().encode('MAAA');
const LENGTH = 112;

/**
 * Makes tokens that look like the vendor's: 112 characters that mean nothing. The vendor's own format is
 * undocumented, so nothing may be read from them.
 *
 * A million of them must take about a second, so the bits are fast ones, five characters a step.
 */
export function opaqueTokenMaker(random: Random): () => string {
  const next = fastBits(random);
  const bytes = new Uint8Array(LENGTH);
  bytes.set(PREFIX);
  const decoder = new TextDecoder();
  return () => {
    for (let at = PREFIX.length; at < LENGTH;) {
      let bits = next();
      for (let step = 0; step < 5 && at < LENGTH; step += 1) {
        bytes[at] = ALPHABET[bits & 63] ?? 0;
        bits >>>= 6;
        at += 1;
      }
    }
    return decoder.decode(bytes);
  };
}
