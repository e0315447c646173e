import type { Random } from '../random.ts';

const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const PREFIX = new TextEncoder().encode('MAAA');
const LENGTH = 112;

/**
 * Makes tokens that look like the vendor's: 112 characters that mean nothing. The vendor's own format is
 * undocumented, so nothing may be read from them.
 *
 * A million of them must take about a second, so the bits come from a small generator (sfc32) that `random`
 * seeds, five characters a step.
 */
export function opaqueTokenMaker(random: Random): () => string {
  const next = sfc32(random);
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

/** Chris Doty-Humphrey's "small fast counter" generator, of PractRand. */
function sfc32(random: Random): () => number {
  const seed = (): number => Math.floor(random() * 2 ** 32);
  let [a, b, c, counter] = [seed(), seed(), seed(), 1];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
}
