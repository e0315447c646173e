import { type Random, fastBits } from '../../../random.ts';

const encoder = new TextEncoder();
// 64 places for 36 characters: some come twice as often as others, which matters to nobody.
const LETTERS = encoder.encode('abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz01');
const DIGITS = encoder.encode('0123456789abcdef');

/**
 * Makes ids with the look of the one in the vendor's samples, `ad-000f18w8vmqtzhvbopge-854`. What it means is not
 * documented, so nothing may be read from them.
 */
export function deviceIdMaker(random: Random): () => string {
  const next = fastBits(random);
  const bytes = encoder.encode('ad-00000000000000000000-000');
  const fill = filler(next, LETTERS);
  const decoder = new TextDecoder();
  return () => {
    fill(bytes.subarray(3, 23));
    let number = next() % 1000;
    for (let at = 26; at > 23; at -= 1) {
      bytes[at] = 48 + (number % 10);
      number = Math.floor(number / 10);
    }
    return decoder.decode(bytes);
  };
}

/** Makes ids as Apple hands them out: 64 hexadecimal digits. */
export function appleTokenMaker(random: Random): () => string {
  const bytes = new Uint8Array(64);
  const fill = filler(fastBits(random), DIGITS);
  const decoder = new TextDecoder();
  return () => {
    fill(bytes);
    return decoder.decode(bytes);
  };
}

/** Fills bytes from an alphabet of 16 or 64 characters, five a step: a million ids must take about a second. */
function filler(next: () => number, alphabet: Uint8Array): (bytes: Uint8Array) => void {
  const mask = alphabet.length - 1;
  return (bytes) => {
    for (let at = 0; at < bytes.length;) {
      let bits = next();
      for (let step = 0; step < 5 && at < bytes.length; step += 1) {
        bytes[at] = alphabet[bits & mask] ?? 0;
        bits >>>= 6;
        at += 1;
      }
    }
  };
}
