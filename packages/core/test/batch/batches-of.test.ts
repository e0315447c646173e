import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '@unpush/core';

const tokens = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `token-${index}`);

describe('batchesOf', () => {
  it.each([
    [0, []],
    [1, [1]],
    [1000, [1000]],
    [1001, [1000, 1]],
    [2500, [1000, 1000, 500]],
  ])('divides %d targets into batches of up to 1000', (count, sizes) => {
    expect([...batchesOf(tokens(count), 1000)].map((batch) => batch.count)).toEqual(sizes);
  });

  it('keeps every target, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 7 }), (targets, size) => {
        const batches = [...batchesOf(targets, size)];
        expect(batches.flatMap((batch) => batch.targets())).toEqual(targets);
        expect(batches.slice(0, -1).every((batch) => batch.count === size)).toBe(true);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the size %d', (size) => {
    expect(() => [...batchesOf(['a'], size)]).toThrow(
      /^size: must be an integer, 1 or more, but is the number/,
    );
  });
});
