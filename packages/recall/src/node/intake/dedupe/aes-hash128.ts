import { createCipheriv, randomBytes, type Cipheriv } from 'node:crypto';
import type { JsonRun } from '@unpush/core';

const BLOCK_WORDS = 4;
const FIRST_WORDS = 16 * 1024;

/**
 * A hash of 128 bits for each of many texts, under a random key: nobody can make two texts meet without it, and by
 * chance two of ten million meet less often than once in 10^20.
 *
 * A text is cut into blocks of 16 bytes, the last one padded with 80 00 …; each block is masked by random bytes for
 * its place and encrypted with AES-128, and an exclusive or makes one block of all: the inner sum of PMAC (Black and
 * Rogaway, "A Block-Cipher Mode of Operation for Parallelizable Message Authentication", 2002).
 *
 * Thousands of blocks are encrypted in one call. Measured with texts of 112 characters: 0.15 µs a text, against
 * 0.30 µs with a call of SHA-256 for each.
 */
export class AesHash128 {
  readonly #cipher: Cipheriv;
  #masks: Int32Array<ArrayBuffer>;
  #work = new Int32Array(FIRST_WORDS);

  constructor() {
    this.#cipher = createCipheriv('aes-128-ecb', randomBytes(16), null).setAutoPadding(false);
    this.#masks = randomWords(FIRST_WORDS);
  }

  /** The hashes of the texts in JSON that `run` holds, four words each. */
  hash({ bytes, ends, from, to }: JsonRun): Uint32Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const hashes = new Uint32Array((to - from) * BLOCK_WORDS);
    const sizes = new Uint32Array(to - from);
    let first = 0;
    let used = 0;
    let start = from === 0 ? 0 : (ends[from - 1] ?? 0) + 1;
    for (let index = 0; index < sizes.length; index++) {
      const end = ends[from + index] ?? 0;
      const text = { start: start + 1, end: end - 1 };
      const size = (((text.end - text.start) >>> 4) + 1) * BLOCK_WORDS;
      if (used + size > this.#work.length) {
        this.#sum(sizes.subarray(first, index), hashes.subarray(first * BLOCK_WORDS));
        this.#assertRoom(size);
        first = index;
        used = 0;
      }
      this.#mask(view, { ...text, at: used, size });
      sizes[index] = size;
      used += size;
      start = end + 1;
    }
    this.#sum(sizes.subarray(first), hashes.subarray(first * BLOCK_WORDS));
    return hashes;
  }

  /** Writes a text down, padded and masked. */
  #mask(view: DataView, { start, end, at, size }: Masking): void {
    const work = this.#work;
    const masks = this.#masks;
    const whole = (end - start) >>> 2;
    for (let word = 0; word < whole; word++) {
      work[at + word] = view.getInt32(start + 4 * word, true) ^ (masks[word] ?? 0);
    }
    let last = 0;
    for (let byte = start + 4 * whole; byte < end; byte++)
      last |= view.getUint8(byte) << (8 * ((byte - start) & 3));
    last |= 0x80 << (8 * ((end - start) & 3));
    work[at + whole] = last ^ (masks[whole] ?? 0);
    for (let word = whole + 1; word < size; word++) work[at + word] = masks[word] ?? 0;
  }

  /** Encrypts what was written down, and adds up the blocks of each text. */
  #sum(sizes: Uint32Array, into: Uint32Array): void {
    const length = sizes.reduce((sum, size) => sum + size, 0);
    const sealed = this.#cipher.update(new Uint8Array(this.#work.buffer, 0, 4 * length));
    const words = new Int32Array(sealed.buffer, sealed.byteOffset, length);
    let at = 0;
    for (let index = 0; index < sizes.length; index++) {
      const end = at + (sizes[index] ?? 0);
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (; at < end; at += BLOCK_WORDS) {
        a ^= words[at] ?? 0;
        b ^= words[at + 1] ?? 0;
        c ^= words[at + 2] ?? 0;
        d ^= words[at + 3] ?? 0;
      }
      const hash = index * BLOCK_WORDS;
      into[hash] = a;
      into[hash + 1] = b;
      into[hash + 2] = c;
      into[hash + 3] = d;
    }
  }

  /** Makes room for a text of that many words. */
  #assertRoom(size: number): void {
    if (size <= this.#work.length) return;
    this.#work = new Int32Array(2 * size);
    const masks = randomWords(2 * size);
    masks.set(this.#masks); // those that were used stay
    this.#masks = masks;
  }
}

interface Masking {
  readonly start: number;
  readonly end: number;
  /** Where in the words of work. */
  readonly at: number;
  readonly size: number;
}

function randomWords(count: number): Int32Array<ArrayBuffer> {
  return new Int32Array(Uint8Array.from(randomBytes(4 * count)).buffer);
}
