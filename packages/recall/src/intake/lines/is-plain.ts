const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Of each byte whether it is printable ASCII, and no space, quotation mark or backslash: it is its own JSON. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > 0x20 && byte < 0x7f && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);

/** Whether these bytes are what tokens look like in practice: each is its own JSON. */
export function isPlainText(
  buffer: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  for (let at = start; at < end; at++) if (PLAIN[buffer[at] ?? 0] === 0) return false;
  return true;
}

/** How many words are looked at before anything is decided: a decision for each takes half as long again. */
const STRIDE = 4;

/** Whether all from `start`, a multiple of 4, is lines of such bytes, ended by LF or CRLF. */
export function isPlainLines(buffer: Uint8Array, start: number): boolean {
  // Four bytes a word: this looks at everything that is ever read, and byte by byte takes twice as long
  const words = new Int32Array(buffer.buffer, buffer.byteOffset + start, (buffer.length - start) >>> 2);
  const whole = words.length - (words.length % STRIDE);
  for (let index = 0; index < whole; index += STRIDE) {
    const flags =
      flagsOf(words[index] ?? 0) |
      flagsOf(words[index + 1] ?? 0) |
      flagsOf(words[index + 2] ?? 0) |
      flagsOf(words[index + 3] ?? 0);
    const from = start + 4 * index;
    if ((flags & 0x80808080) !== 0 && !isPlainOrEnd(buffer, { start: from, end: from + 4 * STRIDE }))
      return false;
  }
  return isPlainOrEnd(buffer, { start: start + 4 * whole, end: buffer.length });
}

/** The highest bit of a byte comes out set where it may not be plain: 80 or more, 7F, below 23, 5C; so for "!" too. */
function flagsOf(word: number): number {
  return word | (word + 0x01010101) | (word - 0x23232323) | ((word ^ 0x5c5c5c5c) - 0x01010101);
}

function isPlainOrEnd(
  buffer: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  for (let at = start; at < end; at++) {
    const byte = buffer[at] ?? 0;
    const isEnd = byte === LINE_FEED || (byte === CARRIAGE_RETURN && buffer[at + 1] === LINE_FEED);
    if (PLAIN[byte] === 0 && !isEnd) return false;
  }
  return true;
}
