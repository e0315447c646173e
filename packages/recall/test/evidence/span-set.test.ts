import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpanSet } from '../../src/evidence/verify/course/span-set.ts';

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => [start, start + length] as const);
const change = fc.record({ add: fc.boolean(), span });

describe('a set of spans', () => {
  it.each([1024, 2, 1])(
    'is the set of their positions, whatever goes in and out, in blocks of %i',
    (most) => {
      const property = fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const set = createSpanSet(most);
        const model = new Set<number>();
        for (const {
          add,
          span: [start, end],
        } of changes) {
          const all = Array.from({ length: end - start }, (_, index) => start + index);
          const met = all.find((position) => model.has(position) === add);
          expect(add ? set.add([start, end]) : set.remove([start, end])).toBe(met);
          for (const position of all) {
            if (add) model.add(position);
            else model.delete(position);
          }
          expect(set.count).toBe(model.size);
        }
      });
      fc.assert(property, { numRuns: 5000 });
    },
  );

  it('is that of hundreds of thousands that stand apart, and come and go in any order', () => {
    const many = 300_000;
    // Each of them once: 7919 and 300,000 have no divisor in common
    const scattered = Array.from({ length: many }, (_, index) => (index * 7919) % many);
    const set = createSpanSet();
    for (const one of scattered) expect(set.add([2 * one, 2 * one + 1])).toBe(undefined);
    expect(set.count).toBe(many);
    expect(set.remove([100_001, 500_003])).toBe(100_001);
    expect(set.count).toBe(99_999);
    expect(set.add([0, 2 * many])).toBe(0);
    expect(set.count).toBe(2 * many);
    for (const one of scattered) expect(set.remove([2 * one, 2 * one + 1])).toBe(undefined);
    expect(set.remove([2 * many - 1, 2 * many])).toBe(undefined);
    expect(set.count).toBe(many - 1);
  });
});
