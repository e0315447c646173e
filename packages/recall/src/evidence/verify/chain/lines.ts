/** Longer than any record; what goes on beyond it is no evidence, and would only fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** A line as it was read, without its line feed. */
export interface RawLine {
  readonly bytes: Uint8Array;
  /**
   * - `line feed` as every line must
   * - `end of file` cut short
   * - `limit` longer than 64 MiB: only its beginning is here, and reading has ended
   */
  readonly endsWith: 'line feed' | 'end of file' | 'limit';
}

/** Cuts bytes into lines. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      const piece = chunk.subarray(start, end === -1 ? undefined : end);
      pieces.push(piece);
      length += piece.length;
      if (length > LONGEST_LINE) {
        yield { bytes: joined(pieces, length), endsWith: 'limit' };
        return;
      }
      if (end === -1) break;
      yield { bytes: joined(pieces, length), endsWith: 'line feed' };
      pieces = [];
      length = 0;
      start = end + 1;
    }
  }
  if (length > 0) yield { bytes: joined(pieces, length), endsWith: 'end of file' };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
