import { isUtf8 } from 'node:buffer';

// Readers work on strings in which each character stands for one byte (Latin-1). These make text of them.

/** The text whose UTF-8 these bytes are, or `undefined` where they are none. */
export function decodeUtf8(raw: string): string | undefined {
  const bytes = Buffer.from(raw, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/**
 * Without the blanks around it. `trim` would be wrong here: it takes the byte A0, in which many a character
 * ends, for a space.
 */
export function trimBytes(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && isBlank(raw.charCodeAt(start))) start++;
  while (end > start && isBlank(raw.charCodeAt(end - 1))) end--;
  return end - start === raw.length ? raw : raw.slice(start, end);
}

/** Space, tab, line feed, vertical tab, form feed, carriage return. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
