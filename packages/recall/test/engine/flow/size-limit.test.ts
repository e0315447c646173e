import { describe, expect, it } from 'vitest';
import { createSizeLimit } from '../../../src/engine/flow/size-limit.ts';

const never = new AbortController().signal;

describe('the size limit', () => {
  it('stays as it is at one refusal alone, for that may be chance', () => {
    const size = createSizeLimit(1000, never);
    expect(size.refusedAlone(1000)).toBe(false);
    expect(size.current).toBe(1000);
  });

  it('is halved at the second in a row, and then at each', () => {
    const size = createSizeLimit(1000, never);
    size.refusedAlone(1000);
    expect(size.refusedAlone(1000)).toBe(true);
    expect(size.current).toBe(500);
    expect(size.refusedAlone(500)).toBe(true);
    expect(size.current).toBe(250);
  });

  it('counts none in a row that something got through between', () => {
    const size = createSizeLimit(1000, never);
    size.refusedAlone(1000);
    size.passed(1000);
    expect(size.refusedAlone(1000)).toBe(false);
    expect(size.current).toBe(1000);
  });

  it('settles at what got through, where the double of it did not', () => {
    const size = createSizeLimit(1000, never);
    for (const targets of [1000, 1000, 500]) size.refusedAlone(targets);
    size.passed(250);
    expect(size.current).toBe(500);
    size.refusedAlone(500);
    expect(size.current).toBe(250);
    size.passed(250);
    expect(size.current).toBe(250);
  });

  it('finds its way back up after an outage, and down again in the next as if there had been none', () => {
    const size = createSizeLimit(1000, never);
    for (const targets of [1000, 1000, 500, 250, 125]) size.refusedAlone(targets);
    expect(size.current).toBe(62);
    for (const targets of [62, 124, 248, 496]) size.passed(targets);
    expect(size.current).toBe(992);
    size.passed(992);
    expect(size.current).toBe(1000);
    size.passed(1000);
    for (const targets of [1000, 1000]) size.refusedAlone(targets);
    for (const targets of [500, 1000]) size.passed(targets);
    expect(size.current).toBe(1000);
  });

  it('is never less than one, and leaves a single target as it is', () => {
    const size = createSizeLimit(3, never);
    for (const targets of [3, 3]) size.refusedAlone(targets);
    expect(size.current).toBe(1);
    expect(size.refusedAlone(1)).toBe(false);
    expect(size.current).toBe(1);
  });

  it('never exceeds what the vendor takes', () => {
    const size = createSizeLimit(1000, never);
    size.shrinkTo(200);
    size.shrinkTo(400);
    size.passed(200);
    expect(size.current).toBe(200);
  });

  it('tells those that wait whenever another number holds, and when the recall stops', () => {
    const soft = new AbortController();
    const size = createSizeLimit(1000, soft.signal);
    const [first] = [size.waiting];
    size.shrinkTo(1000);
    expect(first.aborted).toBe(false);
    size.shrinkTo(200);
    expect({ first: first.aborted, second: size.waiting.aborted }).toEqual({ first: true, second: false });
    soft.abort();
    expect(size.waiting.aborted).toBe(true);
    expect(createSizeLimit(10, soft.signal).waiting.aborted).toBe(true);
  });
});
