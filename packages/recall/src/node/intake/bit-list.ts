const PAGE_BYTES = 64 * 1024;
const PAGE_BITS = 8 * PAGE_BYTES;

/** A list of bits that grows at its end without being copied. */
export class BitList {
  readonly #pages: Uint8Array[] = [];
  #length = 0;

  push(bit: boolean): void {
    const offset = this.#length++ % PAGE_BITS;
    if (offset === 0) this.#pages.push(new Uint8Array(PAGE_BYTES));
    const page = this.#pages.at(-1);
    if (bit && page !== undefined) page[offset >>> 3] = (page[offset >>> 3] ?? 0) | (1 << (offset & 7));
  }

  /** False beyond the end. */
  at(index: number): boolean {
    const page = this.#pages[Math.floor(index / PAGE_BITS)];
    const offset = index % PAGE_BITS;
    return (((page?.[offset >>> 3] ?? 0) >>> (offset & 7)) & 1) === 1;
  }
}
