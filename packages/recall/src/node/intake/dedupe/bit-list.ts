const PAGE_BYTES = 64 * 1024;
const PAGE_BITS = 8 * PAGE_BYTES;

/** Endless bits, none of them set; memory is taken where some are. */
export class BitList {
  readonly #pages = new Map<number, Uint8Array>();

  /** Whether none is set. */
  get isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  set(index: number): void {
    const number = Math.floor(index / PAGE_BITS);
    const page = this.#pages.get(number) ?? new Uint8Array(PAGE_BYTES);
    this.#pages.set(number, page);
    const bit = index % PAGE_BITS;
    page[bit >>> 3] = (page[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  has(index: number): boolean {
    const page = this.#pages.get(Math.floor(index / PAGE_BITS));
    const bit = index % PAGE_BITS;
    return (((page?.[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
  }
}
