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
