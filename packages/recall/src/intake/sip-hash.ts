/** A key as four words, the lowest first. */
export interface SipKey {
  readonly k0: number;
  readonly k1: number;
  readonly k2: number;
  readonly k3: number;
}

/** What is hashed, under which key, and where the four words of the hash go. */
export interface ToSipHash {
  readonly key: SipKey;
  readonly start: number;
  readonly end: number;
  readonly into: Uint32Array;
}

const BLOCK = 8;
const ROUNDS_PER_BLOCK = 2;
const ROUNDS_AT_END = 4;

/**
 * SipHash-2-4 with 128 bits of output, in one piece: the four 64-bit variables of the specification are halves in
 * eight local ones, which stay in registers, since 64-bit integers are slow in JavaScript. The carry of a sum is told
 * by the highest bits of what was added and of what came out: `(a & b) | ((a | b) & ~sum)`. Comparing would turn all
 * into floating point, at three times the time.
 */
export function sipHash(view: DataView, { key, start, end, into }: ToSipHash): void {
  const { k0, k1, k2, k3 } = key;
  let v0l = 0x70736575 ^ k0;
  let v0h = 0x736f6d65 ^ k1;
  let v1l = 0x6e646f6d ^ k2 ^ 0xee;
  let v1h = 0x646f7261 ^ k3;
  let v2l = 0x6e657261 ^ k0;
  let v2h = 0x6c796765 ^ k1;
  let v3l = 0x79746573 ^ k2;
  let v3h = 0x74656462 ^ k3;
  const rest = end - ((end - start) % BLOCK);
  // Behind the blocks come what is left and the length, in one of their own, and two more times without one
  for (let at = start; at <= rest + 2 * BLOCK; at += BLOCK) {
    let low = 0;
    let high = 0;
    let rounds = ROUNDS_PER_BLOCK;
    if (at < rest) {
      low = view.getInt32(at, true);
      high = view.getInt32(at + 4, true);
    } else if (at === rest) {
      for (let index = at; index < end; index++) {
        const byte = view.getUint8(index);
        if (index - at < 4) low |= byte << (8 * (index - at));
        else high |= byte << (8 * (index - at - 4));
      }
      high |= (end - start) << 24;
    } else {
      rounds = ROUNDS_AT_END;
      if (at === rest + BLOCK) v2l ^= 0xee;
      else {
        into[0] = v0l ^ v1l ^ v2l ^ v3l;
        into[1] = v0h ^ v1h ^ v2h ^ v3h;
        v1l ^= 0xdd;
      }
    }
    v3l ^= low;
    v3h ^= high;
    for (let round = 0; round < rounds; round++) {
      // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
      let next = (v0l + v1l) | 0;
      v0h = (v0h + v1h + (((v0l & v1l) | ((v0l | v1l) & ~next)) >>> 31)) | 0;
      v0l = next;
      next = (v1l << 13) | (v1h >>> 19);
      v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
      v1l = next ^ v0l;
      next = v0l;
      v0l = v0h;
      v0h = next;
      // v2 += v3; v3 = rotl(v3, 16) ^ v2
      next = (v2l + v3l) | 0;
      v2h = (v2h + v3h + (((v2l & v3l) | ((v2l | v3l) & ~next)) >>> 31)) | 0;
      v2l = next;
      next = (v3l << 16) | (v3h >>> 16);
      v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
      v3l = next ^ v2l;
      // v0 += v3; v3 = rotl(v3, 21) ^ v0
      next = (v0l + v3l) | 0;
      v0h = (v0h + v3h + (((v0l & v3l) | ((v0l | v3l) & ~next)) >>> 31)) | 0;
      v0l = next;
      next = (v3l << 21) | (v3h >>> 11);
      v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
      v3l = next ^ v0l;
      // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
      next = (v2l + v1l) | 0;
      v2h = (v2h + v1h + (((v2l & v1l) | ((v2l | v1l) & ~next)) >>> 31)) | 0;
      v2l = next;
      next = (v1l << 17) | (v1h >>> 15);
      v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
      v1l = next ^ v2l;
      next = v2l;
      v2l = v2h;
      v2h = next;
    }
    v0l ^= low;
    v0h ^= high;
  }
  into[2] = v0l ^ v1l ^ v2l ^ v3l;
  into[3] = v0h ^ v1h ^ v2h ^ v3h;
}
