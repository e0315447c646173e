const LINE_FEED = 10;

/**
 * Reads a list to its end, and keeps nothing of it.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @returns {Promise<{ readonly bytes: number, readonly lines: number }>} lines that are not empty
 */
export async function survey(stream) {
  let bytes = 0;
  let lines = 0;
  /** Where the line began, which is at hand. */
  let start = 0;
  for await (const chunk of stream) {
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) {
      if (bytes + at > start) lines += 1;
      start = bytes + at + 1;
    }
    bytes += chunk.length;
  }
  return { bytes, lines: bytes > start ? lines + 1 : lines };
}
