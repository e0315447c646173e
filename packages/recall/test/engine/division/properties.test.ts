import type { BadTarget } from '@unpush/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play } from '../support/stage.ts';

interface AnyDivision {
  readonly count: number;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly kind: BadTarget;
  /** The numbers in their names. */
  readonly bad: readonly number[];
}

const anyDivision: fc.Arbitrary<AnyDivision> = fc
  .record({ count: fc.integer({ min: 1, max: 400 }), batchSize: fc.integer({ min: 1, max: 200 }) })
  .chain(({ count, batchSize }) =>
    fc.record({
      count: fc.constant(count),
      batchSize: fc.constant(batchSize),
      concurrency: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom<BadTarget>('foreign', 'misfit', 'invalid', 'illegal'),
      bad: fc.oneof(
        fc.uniqueArray(fc.integer({ min: 2, max: count + 1 }), { maxLength: 5 }),
        fc.uniqueArray(fc.integer({ min: 2, max: count + 1 }), { maxLength: count }),
      ),
    }),
  );

/** The first target is always good, so that a refusal can only mean the targets. */
const playIt = ({ count, batchSize, concurrency, kind, bad }: AnyDivision) =>
  play({
    targets: names(count + 1),
    vendor: { bad: new Map(bad.map((number) => [`t${number}`, kind])), latencyMs: 5 },
    options: { canary: 1, batchSize, concurrency, keepGoing: true },
  });

describe('whichever targets are bad', () => {
  it(
    'exactly these are rejected, and all others are accepted and taken back',
    { timeout: 60_000 },
    async () => {
      const property = fc.asyncProperty(anyDivision, async (any) => {
        const { sink, summary, vendor } = await playIt(any);
        const bad = new Set(any.bad.map((number) => `t${number}`));
        expect(new Set(sink.of('rejected'))).toEqual(bad);
        expect(sink.of('accepted').filter((target) => bad.has(target))).toEqual([]);
        expect(vendor.takenBack.size).toBe(any.count + 1 - bad.size);
        expect(summary).toMatchObject({ state: 'finished', targets: { unknown: 0, notAttempted: 0 } });
      });
      await fc.assert(property, { numRuns: 400 });
    },
  );

  it('each of them that nobody named was sent alone', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(anyDivision, async (any) => {
      fc.pre(any.kind === 'foreign' || any.kind === 'misfit');
      const { vendor } = await playIt(any);
      const alone = vendor.requests.filter(({ targets }) => targets.length === 1);
      const sent = new Set(alone.flatMap(({ targets }) => targets));
      expect(any.bad.filter((number) => !sent.has(`t${number}`))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it('no good target is sent again once it was taken back', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(anyDivision, async (any) => {
      const { vendor } = await playIt(any);
      const bad = new Set(any.bad.map((number) => `t${number}`));
      const done = new Set<string>();
      for (const { targets } of vendor.requests) {
        expect(targets.filter((target) => done.has(target))).toEqual([]);
        const isTaken = any.kind === 'illegal' || targets.every((target) => !bad.has(target));
        if (isTaken) for (const target of targets) done.add(target);
      }
    });
    await fc.assert(property, { numRuns: 200 });
  });
});

describe('a batch with a bad target', () => {
  it('has its good parts taken back on the way, not at the end', async () => {
    const { vendor } = await play({
      targets: names(1000),
      vendor: { bad: new Map([['t900', 'foreign']]), latencyMs: 10 },
      options: { canary: 0 },
    });
    // The first request was refused, the second carried good ones only, and so on
    expect(vendor.requests[1]?.targets.at(-1)).toBe('t137');
    expect(vendor.takenBack.size).toBe(999);
  });
});
