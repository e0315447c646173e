/**
 * Without the blanks of ASCII around it. `trim` would be wrong where each character stands for a byte: it takes the
 * byte A0, in which many a character ends, for a space.
 */
export function trimBlanks(raw: string): string {
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
