const LINE_FEED = 0x0a;

/** Finds line feeds. It keeps the memory that it works in. */
export class FeedFinder {
  #found = new Uint32Array(4096);

  /** Where the line feeds of `chunk` are; good until the next call. */
  find(chunk: Uint8Array): Uint32Array {
    let count = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) {
      if (count === this.#found.length) this.#grow();
      this.#found[count] = at;
      count += 1;
    }
    return this.#found.subarray(0, count);
  }

  #grow(): void {
    const larger = new Uint32Array(2 * this.#found.length);
    larger.set(this.#found);
    this.#found = larger;
  }
}
