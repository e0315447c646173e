/** A number in [0, 1), evenly spread. */
export type Random = () => number;

const HEX = '0123456789abcdef';
const DIGITS = '0123456789';

function pick(alphabet: string, random: Random): string {
  return alphabet.charAt(Math.floor(random() * alphabet.length));
}

/** `length` lower-case hexadecimal digits. */
export function randomHex(length: number, random: Random): string {
  return Array.from({ length }, () => pick(HEX, random)).join('');
}

/** `length` decimal digits, the first of them not 0. */
export function randomDigits(length: number, random: Random): string {
  return pick('123456789', random) + Array.from({ length: length - 1 }, () => pick(DIGITS, random)).join('');
}

/** An integer in [0, below). */
export function randomInteger(below: number, random: Random): number {
  return Math.floor(random() * below);
}

/**
 * 32 random bits a call, from a small generator that `random` seeds: Chris Doty-Humphrey's "small fast counter"
 * (sfc32) of PractRand. For what is made by the million.
 */
export function fastBits(random: Random): () => number {
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
