import type { Hash128 } from './hash128.ts';

const SHARDS = 256;
const WORDS = 4;
const FIRST_SLOTS = 32;
const FULL = 0.8;
const GROWTH = 1.5;

/** The first word of a slot that is free. */
const EMPTY = 0;

interface Shard {
  slots: Uint32Array<ArrayBuffer>;
  count: number;
}

/**
 * Remembers texts by a hash of 128 bits, in about 25 bytes a text and some 200 KB.
 *
 * It is cut into shards by a part of the hash. They start at different sizes, so that they grow one after the
 * other: at any time some are nearly full (16 bytes / 0.8) and some have just grown (16 bytes / 0.8 * 1.5), and
 * only one is held twice.
 */
export class SeenSet {
  readonly #hash: Hash128;
  readonly #words = new Uint32Array(WORDS);
  readonly #shards: readonly Shard[] = Array.from({ length: SHARDS }, firstShard);
  #size = 0;

  constructor(hash: Hash128) {
    this.#hash = hash;
  }

  /** How many texts it holds. */
  get size(): number {
    return this.#size;
  }

  /** The memory of its slots, in bytes. */
  get byteLength(): number {
    return this.#shards.reduce((sum, { slots }) => sum + slots.byteLength, 0);
  }

  /** Remembers `text`, which is well-formed. False where it was seen before. */
  add(text: string): boolean {
    const words = this.#words;
    this.#hash(text, words);
    if (words[0] === EMPTY) words[0] = 1; // still 128 bits, but for one hash in 2^32
    const shard = this.#shards[(words[3] ?? 0) % SHARDS];
    if (shard === undefined) throw new RangeError('a remainder of 256 is below 256');
    if ((shard.count + 1) * WORDS > shard.slots.length * FULL) grow(shard);
    if (!insert(shard.slots, words, 0)) return false;
    shard.count++;
    this.#size++;
    return true;
  }
}

function firstShard(_: unknown, index: number): Shard {
  const slots = Math.ceil(FIRST_SLOTS * GROWTH ** (index / SHARDS));
  return { slots: new Uint32Array(slots * WORDS), count: 0 };
}

function grow(shard: Shard): void {
  const old = shard.slots;
  shard.slots = new Uint32Array(Math.ceil((old.length / WORDS) * GROWTH) * WORDS);
  for (let slot = 0; slot < old.length; slot += WORDS) {
    if (old[slot] !== EMPTY) insert(shard.slots, old, slot);
  }
  // Gives the memory back now: the collector may let many of these gather
  old.buffer.transfer(0);
}

/** Puts the hash at `from` into the first free slot from where it belongs on. False where it is there already. */
function insert(slots: Uint32Array, hashes: Uint32Array, from: number): boolean {
  const first = hashes[from] ?? 0;
  let slot = Math.floor((first / 2 ** 32) * (slots.length / WORDS)) * WORDS;
  for (let taken = slots[slot]; taken !== EMPTY; taken = slots[slot]) {
    if (taken === first && restIsEqual({ slots, slot }, { hashes, from })) return false;
    slot = slot + WORDS === slots.length ? 0 : slot + WORDS;
  }
  for (let word = 0; word < WORDS; word++) slots[slot + word] = hashes[from + word] ?? 0;
  return true;
}

interface Slot {
  readonly slots: Uint32Array;
  readonly slot: number;
}

interface Hash {
  readonly hashes: Uint32Array;
  readonly from: number;
}

function restIsEqual({ slots, slot }: Slot, { hashes, from }: Hash): boolean {
  for (let word = 1; word < WORDS; word++) if (slots[slot + word] !== hashes[from + word]) return false;
  return true;
}
