import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countOf,
  joinSpans,
  positionAt,
  sliceSpans,
  spansOf,
  withoutSpans,
  type Spans,
} from '../../src/spans/spans.ts';

const RUNS = { numRuns: 3000 };

/** Few positions near each other, so that spans touch, overlap and nest often. */
const positions = fc
  .uniqueArray(fc.nat(40), { maxLength: 30 })
  .map((some) => some.sort((one, other) => one - other));
const spans = positions.map(spansOf);

const positionsOf = (all: Spans): readonly number[] =>
  all.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index));

const ascending = (all: Spans): boolean =>
  all.every(([start, end], index) => start < end && start > (all[index - 1]?.[1] ?? -1));

describe('spans', () => {
  it('join what follows without a gap', () => {
    expect(spansOf([0, 1, 2, 5, 7, 8])).toEqual([
      [0, 3],
      [5, 6],
      [7, 9],
    ]);
    expect(spansOf([])).toEqual([]);
  });

  it('hold the positions they were made of, ascending, and never touch', () => {
    const property = fc.property(positions, (some) => {
      const all = spansOf(some);
      expect(positionsOf(all)).toEqual(some);
      expect(ascending(all)).toBe(true);
      expect(countOf(all)).toBe(some.length);
    });
    fc.assert(property, RUNS);
  });

  it('know the position at an index, and none beyond them', () => {
    expect(
      [0, 1, 2, 3].map((index) =>
        positionAt(
          [
            [4, 6],
            [9, 10],
          ],
          index,
        ),
      ),
    ).toEqual([4, 5, 9, undefined]);
    const property = fc.property(spans, (all) => {
      const found = positionsOf(all);
      expect(found.map((_, index) => positionAt(all, index))).toEqual(found);
      expect(positionAt(all, found.length)).toBeUndefined();
    });
    fc.assert(property, RUNS);
  });

  it('are sliced as an array of their positions is', () => {
    expect(
      sliceSpans(
        [
          [4, 6],
          [9, 12],
        ],
        1,
        4,
      ),
    ).toEqual([
      [5, 6],
      [9, 11],
    ]);
    const property = fc.property(spans, fc.nat(32), fc.nat(32), (all, from, to) => {
      const sliced = sliceSpans(all, from, to);
      expect(positionsOf(sliced)).toEqual(positionsOf(all).slice(from, to));
      expect(ascending(sliced)).toBe(true);
    });
    fc.assert(property, RUNS);
  });

  it('lose what is taken out of them', () => {
    expect(
      withoutSpans(
        [[0, 10]],
        [
          [0, 2],
          [4, 5],
          [9, 12],
        ],
      ),
    ).toEqual([
      [2, 4],
      [5, 9],
    ]);
    const property = fc.property(spans, spans, (all, taken) => {
      const left = withoutSpans(all, taken);
      const out = new Set(positionsOf(taken));
      expect(positionsOf(left)).toEqual(positionsOf(all).filter((position) => !out.has(position)));
      expect(ascending(left)).toBe(true);
    });
    fc.assert(property, RUNS);
  });

  it('come together again, however they were dealt out', () => {
    expect(
      joinSpans([
        [[4, 6]],
        [
          [0, 2],
          [6, 7],
        ],
        [[2, 3]],
      ]),
    ).toEqual([
      [0, 3],
      [4, 7],
    ]);
    const property = fc.property(positions, fc.array(fc.nat(3), { minLength: 30 }), (some, hands) => {
      const dealt = [0, 1, 2, 3].map((hand) => spansOf(some.filter((_, index) => hands[index] === hand)));
      expect(joinSpans(dealt)).toEqual(spansOf(some));
    });
    fc.assert(property, RUNS);
  });
});
