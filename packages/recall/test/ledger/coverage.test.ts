import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/spans/coverage.ts';
import { spansOf, type Span } from '../../src/spans/spans.ts';

/** Each position from 0 once, in an order without a pattern: 1e9 + 7 is prime. */
const scattered = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => (index * 1_000_000_007) % count);

describe('covered positions', () => {
  it('are joined whatever order they come in', () => {
    const covered = coverage([[0, 10]]);
    covered.add([[20, 30]]);
    expect(covered.spans()).toEqual([[0, 10], [20, 30]]); // prettier-ignore
    covered.add([[12, 15], [30, 40]]); // prettier-ignore
    expect(covered.spans()).toEqual([[0, 10], [12, 15], [20, 40]]); // prettier-ignore
    covered.add([[10, 12], [15, 20]]); // prettier-ignore
    expect(covered.spans()).toEqual([[0, 40]]);
  });

  it('overlap what shares a target with them, not what touches them', () => {
    const covered = coverage([[10, 20]]);
    covered.add([[30, 40]]);
    const overlaps = (...span: Span): boolean => covered.overlaps([span]);
    expect([overlaps(0, 10), overlaps(20, 30), overlaps(40, 41)]).toEqual([false, false, false]);
    expect([overlaps(0, 11), overlaps(19, 21), overlaps(12, 13), overlaps(0, 99)]).not.toContain(false);
    expect([overlaps(29, 31), overlaps(39, 50), overlaps(33, 34), overlaps(25, 99)]).not.toContain(false);
    expect(covered.overlaps([[0, 5], [22, 24], [33, 34]])).toBe(true); // prettier-ignore
  });

  it('are what was added, for any positions in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200)), fc.nat(200), (positions, other) => {
        const covered = coverage();
        for (const position of positions) covered.add([[position, position + 1]]);
        expect(covered.spans()).toEqual(spansOf(positions.toSorted((one, next) => one - next)));
        expect(covered.overlaps([[other, other + 1]])).toBe(positions.includes(other));
      }),
    );
  });

  it('can be a hundred thousand that stand apart, and come in any order', () => {
    const covered = coverage();
    const positions = scattered(100_000);
    for (const position of positions) covered.add([[position * 2, position * 2 + 1]]);
    expect(covered.spans()).toHaveLength(100_000);
    expect(positions.every((position) => covered.overlaps([[position * 2, position * 2 + 1]]))).toBe(true);
    for (const position of positions) covered.add([[position * 2 + 1, position * 2 + 2]]);
    expect(covered.spans()).toEqual([[0, 200_000]]);
  });
});
