import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TurnEnd } from '../../src/pace/pacer.ts';
import { stage } from './support/stage.ts';

const end = fc.oneof(
  { weight: 6, arbitrary: fc.constant<TurnEnd>({ kind: 'passed' }) },
  { weight: 2, arbitrary: fc.constant<TurnEnd>({ kind: 'refused' }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 3000 })
      .map((retryAfterMs): TurnEnd => ({ kind: 'refused', retryAfterMs })),
  },
  { weight: 1, arbitrary: fc.constant<TurnEnd>({ kind: 'lost' }) },
);

const request = fc.record({
  lane: fc.nat(2),
  targets: fc.integer({ min: 1, max: 1000 }),
  asksAt: fc.nat(5000),
  takes: fc.nat(500),
  end,
  abortsAfter: fc.option(fc.nat(2000), { nil: undefined }),
});

const course = fc.record({
  requests: fc.array(request, { maxLength: 60 }),
  ceiling: fc.option(fc.integer({ min: 100, max: 20_000 }), { nil: undefined }),
  concurrency: fc.integer({ min: 1, max: 10 }),
});

interface Sent {
  readonly at: number;
  readonly targets: number;
}

/** Has all requests sent, and tells what was. */
async function run({
  requests,
  ceiling,
  concurrency,
}: typeof course extends fc.Arbitrary<infer C> ? C : never): Promise<{
  sent: readonly Sent[];
  settled: number;
  mostAtOnce: number;
}> {
  const { clock, pacer } = stage({
    concurrency,
    ...(ceiling !== undefined && { targetsPerSecond: ceiling }),
  });
  const lanes = [pacer.join(), pacer.join(), pacer.join()];
  const sent: Sent[] = [];
  let underWay = 0;
  let mostAtOnce = 0;
  const settled = await Promise.allSettled(
    requests.map(async ({ lane, targets, asksAt, takes, end, abortsAfter }) => {
      const controller = new AbortController();
      await clock.sleep(asksAt);
      if (abortsAfter !== undefined)
        void clock.sleep(abortsAfter).then(() => controller.abort(new Error('enough')));
      const turn = await lanes[lane]!.take(targets, controller.signal);
      sent.push({ at: clock.monotonic(), targets });
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      await clock.sleep(takes);
      underWay -= 1;
      turn.end(end);
    }),
  );
  return { sent, settled: settled.length, mostAtOnce };
}

describe('a pacer, whatever is asked of it and whatever the vendor answers', () => {
  it('lets go no more than the ceiling in any second, and one batch', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (given) => {
        const { sent } = await run(given);
        for (const { at: from } of sent) {
          const within = sent.filter(({ at }) => at >= from && at < from + 1000);
          const targets = within.reduce((sum, each) => sum + each.targets, 0);
          const batch = Math.max(...within.map((each) => each.targets));
          expect(targets).toBeLessThanOrEqual((given.ceiling ?? Infinity) + batch + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has no more under way than the concurrency, and answers every request', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (given) => {
        const { mostAtOnce, settled } = await run(given);
        expect(mostAtOnce).toBeLessThanOrEqual(given.concurrency);
        expect(settled).toBe(given.requests.length);
      }),
      { numRuns: 60 },
    );
  });
});
