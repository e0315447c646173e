import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitList } from '../../../../src/node/intake/dedupe/bit-list.ts';

describe('a BitList', () => {
  it('has what was set, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_000_000)), (indices) => {
        const list = new BitList();
        expect(list.isEmpty).toBe(true);
        for (const index of indices) list.set(index);
        expect(list.isEmpty).toBe(indices.length === 0);
        for (const index of indices) {
          expect(list.has(index)).toBe(true);
          expect(list.has(index + 1)).toBe(indices.includes(index + 1));
        }
      }),
    );
  });

  it('goes on over its pages of 64 KiB', () => {
    const list = new BitList();
    const set = new Set([0, 7, 8, 524_287, 524_288, 1_048_575, 1_048_576, 1_100_000, 2 ** 32]);
    for (const index of set) list.set(index);
    const found = [...set, 1, 524_286, 524_289, 1_200_000].filter((index) => list.has(index));
    expect(found).toEqual([...set]);
  });
});
