import type { BadTarget } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import type { TargetSource } from '../../../src/intake/target-source.ts';
import { listOf, names } from '../support/list-source.ts';
import { setUp } from '../support/stage.ts';

describe('a source that takes its time', () => {
  it('loses no part of a batch that is divided while its end is waited for', async () => {
    const bad = new Map<string, BadTarget>([['t3', 'foreign']]);
    const { start, clock, sink } = setUp({
      targets: [],
      vendor: { bad, latencyMs: 100 },
      options: { batchSize: 4, canary: 0 },
    });
    const source: TargetSource = {
      async *read() {
        yield* listOf(names(4)).read();
        await clock.sleep(1000);
      },
    };
    const summary = await start({ source }).done;
    expect(summary.state).toBe('finished');
    expect(sink.of('accepted').toSorted()).toEqual(['t1', 't2', 't4']);
    expect(sink.of('rejected')).toEqual(['t3']);
  });

  it('has its targets sent as they come', async () => {
    const { start, clock, vendor } = setUp({ targets: [], options: { canary: 2, batchSize: 2 } });
    const source: TargetSource = {
      async *read() {
        for await (const chunk of listOf(names(6), { chunkSize: 2 }).read()) {
          await clock.sleep(1000);
          yield chunk;
        }
      },
    };
    await start({ source }).done;
    expect(vendor.requests.map(({ at, targets }) => [at, targets.join(' ')])).toEqual([
      [1000, 't1 t2'],
      [2000, 't3 t4'],
      [3000, 't5 t6'],
    ]);
  });
});

describe('a source that keeps no word', () => {
  it.each([
    ['fewer', 20],
    ['more', 5],
  ])('is found out: the sums do not agree (%s than announced)', async (_, announced) => {
    const { start } = setUp({ targets: [] });
    const totals = { read: announced, malformed: 0, duplicate: 0 };
    const recall = start({ source: { ...listOf(names(10)), totals } });
    await expect(recall.done).rejects.toThrow(
      `The sums of recall test do not agree: ${announced - 10} of ${announced} targets are left over.`,
    );
    expect(recall.snapshot()).toMatchObject({ state: 'stopped', stoppedBy: { cause: 'error' } });
  });
});
