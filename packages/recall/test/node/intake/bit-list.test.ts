import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitList } from '../../../src/node/intake/bit-list.ts';

describe('a BitList', () => {
  it('gives back what was put in, and false beyond', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 100 }), (bits) => {
        const list = new BitList();
        for (const bit of bits) list.push(bit);
        expect(bits.map((_, index) => list.at(index))).toEqual(bits);
        expect(list.at(bits.length)).toBe(false);
      }),
    );
  });

  it('goes on over its pages of 64 KiB', () => {
    const list = new BitList();
    const set = new Set([0, 7, 8, 524_287, 524_288, 1_048_575, 1_048_576, 1_100_000]);
    for (let index = 0; index <= 1_100_000; index++) list.push(set.has(index));
    const found = new Set<number>();
    for (let index = 0; index <= 1_200_000; index++) if (list.at(index)) found.add(index);
    expect(found).toEqual(set);
  });
});
