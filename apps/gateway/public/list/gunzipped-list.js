/**
 * Reads a gzip file in parts. Goes forward by what it has unpacked; a step back unpacks anew.
 *
 * @param {() => ReadableStream<Uint8Array<ArrayBuffer>>} unpack from the beginning
 * @param {number} partBytes
 * @returns {(offset: number) => Promise<import('./open-list.js').Part>}
 */
export function gunzippedList(unpack, partBytes) {
  let unpacked = unpack().getReader();
  /** Where `kept` begins, in bytes after gunzip. */
  let start = 0;
  /** @type {Blob} */
  let kept = new Blob();
  let isOver = false;

  return async (offset) => {
    if (offset < start) {
      await unpacked.cancel();
      unpacked = unpack().getReader();
      [start, kept, isOver] = [0, new Blob(), false];
    }
    // One byte more than a part, to know whether it is the last
    while (!isOver && start + kept.size <= offset + partBytes) {
      const { done, value } = await unpacked.read();
      if (done) isOver = true;
      else kept = new Blob([kept, value]);
      const passed = Math.min(offset - start, kept.size);
      if (passed > 0) [start, kept] = [start + passed, kept.slice(passed)];
    }
    const body = kept.slice(offset - start, offset - start + partBytes);
    return { body, isLast: isOver && start + kept.size <= offset + partBytes };
  };
}
