import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpanSet } from '../../src/evidence/verify/course/span-set.ts';

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => [start, start + length] as const);
const change = fc.record({ add: fc.boolean(), span });

describe('a set of spans', () => {
  it('is the set of their positions, whatever goes in and out', () => {
    const property = fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const set = createSpanSet();
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
  });
});
