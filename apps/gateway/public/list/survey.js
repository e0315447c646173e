const LINE_FEED = 10;
const SPACE = 32;

/**
 * Reads a list to its end, and keeps nothing of it.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @returns {Promise<{ readonly bytes: number, readonly lines: number }>} lines that are not blank
 */
export async function survey(stream) {
  let bytes = 0;
  let lines = 0;
  /** Whether the line at hand holds anything yet: it may have begun in the chunk before. */
  let isFull = false;
  for await (const chunk of stream) {
    let start = 0;
    while (start < chunk.length) {
      const at = chunk.indexOf(LINE_FEED, start);
      const end = at === -1 ? chunk.length : at;
      isFull ||= holdsText(chunk, start, end);
      if (at !== -1) {
        if (isFull) lines += 1;
        isFull = false;
      }
      start = end + 1;
    }
    bytes += chunk.length;
  }
  return { bytes, lines: isFull ? lines + 1 : lines };
}

/** @param {Uint8Array} chunk @param {number} start @param {number} end */
function holdsText(chunk, start, end) {
  // The first byte tells, but of blank lines
  for (let at = start; at < end; at += 1) if ((chunk[at] ?? 0) > SPACE) return true;
  return false;
}
