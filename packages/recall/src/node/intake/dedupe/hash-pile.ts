import { ENTRY_WORDS, findRepeats, HASH_WORDS, tableFor } from '../../../intake/repeats.ts';

const PARTS = 1024;
const FIRST_ENTRIES = 4;
const GROWTH = 1.5;

interface Part {
  entries: Uint32Array<ArrayBuffer>;
  /** In words. */
  length: number;
}

/**
 * Finds which hashes of a long list are there for the second time, in at most 30 bytes a hash and some 100 KB.
 *
 * They are put by, 20 bytes each, in parts by a piece of the hash, and compared only at the end, part by part: a
 * part fits into the processor's cache, where a table of all of them would miss it at every step.
 */
export class HashPile {
  readonly #parts: readonly Part[] = Array.from({ length: PARTS }, () => ({
    entries: new Uint32Array(FIRST_ENTRIES * ENTRY_WORDS),
    length: 0,
  }));
  #count = 0;

  /** How many hashes it holds. */
  get count(): number {
    return this.#count;
  }

  /** The memory of what it holds, in bytes. */
  get byteLength(): number {
    return this.#parts.reduce((sum, { entries }) => sum + entries.byteLength, 0);
  }

  /** Puts hashes by, four words each. */
  add(hashes: Uint32Array): void {
    for (let at = 0; at < hashes.length; at += HASH_WORDS) {
      const part = this.#parts[(hashes[at + 3] ?? 0) % PARTS];
      if (part === undefined) throw new RangeError('a remainder of 1024 is below 1024');
      if (part.length === part.entries.length) grow(part);
      const { entries, length } = part;
      for (let word = 0; word < HASH_WORDS; word++) entries[length + word] = hashes[at + word] ?? 0;
      entries[length + HASH_WORDS] = this.#count;
      part.length += ENTRY_WORDS;
      this.#count += 1;
    }
  }

  /** Names each hash that is the same as one before it, by its index among all, in no order. */
  findRepeats(onRepeat: (index: number) => void): void {
    const most = this.#parts.reduce((sum, { length }) => Math.max(sum, length), 0);
    const table = tableFor(most);
    for (const { entries, length } of this.#parts)
      findRepeats(entries.subarray(0, length), { table, onRepeat });
  }
}

function grow(part: Part): void {
  const old = part.entries;
  part.entries = new Uint32Array(Math.ceil((old.length / ENTRY_WORDS) * GROWTH) * ENTRY_WORDS);
  part.entries.set(old);
  // Gives the memory back now: the collector may let many of these gather
  old.buffer.transfer(0);
}
