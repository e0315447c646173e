import type { Hash128 } from './hash128.ts';
import { sipRounds } from './sip-rounds.ts';

const encoder = new TextEncoder();

/**
 * SipHash-2-4 with 128 bits of output (https://github.com/veorq/SipHash), over the text's UTF-8. It runs
 * wherever JavaScript does and needs no `await`, as WebCrypto would.
 *
 * @param key 16 random bytes.
 */
export function sipHash128(key: Uint8Array): Hash128 {
  const hash = sipHashOfBytes(key);
  let bytes = new Uint8Array(1024);
  return (text, into) => {
    const worst = 3 * text.length; // a UTF-16 unit takes at most 3 bytes
    if (bytes.length < worst) bytes = new Uint8Array(worst);
    const { written } = encoder.encodeInto(text, bytes);
    hash(bytes, { start: 0, end: written, into });
  };
}

/** Which bytes are hashed, and where the four words of the hash go. */
export interface BytesToHash {
  readonly start: number;
  readonly end: number;
  readonly into: Uint32Array;
}

/**
 * The same hash, of bytes.
 *
 * @param key 16 random bytes.
 */
export function sipHashOfBytes(key: Uint8Array): (bytes: Uint8Array, of: BytesToHash) => void {
  if (key.length !== 16) throw new TypeError(`SipHash takes a key of 16 bytes; this one has ${key.length}`);
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = new Int32Array(Uint8Array.from(key).buffer);
  const state = new Int32Array(8);
  // Words are read from memory of our own, where they are aligned and padded
  let padded = new Uint8Array(1024);
  let words = new Int32Array(padded.buffer);

  return (bytes, { start, end, into }) => {
    const length = end - start;
    const blocks = (length >>> 3) + 1;
    if (padded.length < 8 * blocks) {
      padded = new Uint8Array(8 * blocks);
      words = new Int32Array(padded.buffer);
    }
    padded.set(bytes.subarray(start, end));
    padded.fill(0, length, 8 * blocks - 1);
    padded[8 * blocks - 1] = length;

    begin(state, [k0, k1, k2, k3]);
    for (let block = 0; block < blocks; block++)
      absorb(state, words[2 * block] ?? 0, words[2 * block + 1] ?? 0);
    finish(state, into);
  };
}

type Key = readonly [number, number, number, number];

// The specification's v0 to v3 lie in `state` as eight halves, the lower one first.

function begin(state: Int32Array, [k0, k1, k2, k3]: Key): void {
  state[0] = 0x70736575 ^ k0;
  state[1] = 0x736f6d65 ^ k1;
  state[2] = 0x6e646f6d ^ k2 ^ 0xee;
  state[3] = 0x646f7261 ^ k3;
  state[4] = 0x6e657261 ^ k0;
  state[5] = 0x6c796765 ^ k1;
  state[6] = 0x79746573 ^ k2;
  state[7] = 0x74656462 ^ k3;
}

function absorb(state: Int32Array, low: number, high: number): void {
  exclusiveOr(state, 6, low);
  exclusiveOr(state, 7, high);
  sipRounds(state, 2);
  exclusiveOr(state, 0, low);
  exclusiveOr(state, 1, high);
}

function finish(state: Int32Array, into: Uint32Array): void {
  exclusiveOr(state, 4, 0xee);
  sipRounds(state, 4);
  into[0] = folded(state, 0);
  into[1] = folded(state, 1);
  exclusiveOr(state, 2, 0xdd);
  sipRounds(state, 4);
  into[2] = folded(state, 0);
  into[3] = folded(state, 1);
}

function exclusiveOr(state: Int32Array, index: number, word: number): void {
  state[index] = (state[index] ?? 0) ^ word;
}

function folded(state: Int32Array, half: 0 | 1): number {
  return (state[half] ?? 0) ^ (state[half + 2] ?? 0) ^ (state[half + 4] ?? 0) ^ (state[half + 6] ?? 0);
}
