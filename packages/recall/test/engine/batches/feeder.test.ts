import { batchOf } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { feed, type Feeder } from '../../../src/engine/batches/feeder.ts';
import type { TargetSource } from '../../../src/intake/target-source.ts';
import { listOf, names } from '../support/list-source.ts';

const fresh = (source: TargetSource): Feeder =>
  feed({ source, state: { covered: [], open: [] }, onChunk: () => Promise.resolve() });

describe('the feeder', () => {
  it('cuts batches of the size asked for, across chunks and within them', async () => {
    const feeder = fresh(listOf(names(20), { chunkSize: 6 }));
    const batches = [];
    for (const size of [4, 1, 8, 2, 100, 1]) {
      const next = await feeder.next(size);
      batches.push(next?.placed.batch.targets());
    }
    expect(batches).toEqual([
      ['t1', 't2', 't3', 't4'],
      ['t5'],
      ['t6', 't7', 't8', 't9', 't10', 't11', 't12', 't13'],
      ['t14', 't15'],
      ['t16', 't17', 't18', 't19', 't20'],
      undefined,
    ]);
  });

  it('answers calls in turn that come at the same time', async () => {
    const feeder = fresh(listOf(names(9), { chunkSize: 2 }));
    const batches = await Promise.all([feeder.next(3), feeder.next(3), feeder.next(3), feeder.next(3)]);
    expect(batches.map((next) => next?.placed.batch.targets().join(' '))).toEqual([
      't1 t2 t3',
      't4 t5 t6',
      't7 t8 t9',
      undefined,
    ]);
  });

  it('reads no further than it must', async () => {
    const seen: number[] = [];
    const feeder = feed({
      source: listOf(names(20), { chunkSize: 5 }),
      state: { covered: [], open: [] },
      onChunk: ({ targets }) => {
        seen.push(targets.count);
        return Promise.resolve();
      },
    });
    await feeder.next(5);
    expect(seen).toEqual([5]);
    await feeder.close();
    expect(await feeder.next(5)).toBeUndefined();
    expect(seen).toEqual([5]);
  });

  it('rejects once where reading fails, and then hands out what was read', async () => {
    const chunk = { targets: batchOf(names(3)), malformed: [], duplicate: 0 };
    let asked = 0;
    const source: TargetSource = {
      read: () => ({
        [Symbol.asyncIterator]: () => ({
          next: () => {
            asked += 1;
            return asked === 1
              ? Promise.resolve({ done: false, value: chunk })
              : Promise.reject(new Error('the disk is gone'));
          },
        }),
      }),
    };
    const feeder = fresh(source);
    await expect(feeder.next(10)).rejects.toThrow('the disk is gone');
    expect((await feeder.next(2))?.placed.batch.targets()).toEqual(['t1', 't2']);
    expect((await feeder.next(10))?.placed.batch.targets()).toEqual(['t3']);
    expect(await feeder.next(10)).toBeUndefined();
    expect(asked).toBe(2);
  });

  it('cuts one long list target by target in about the time its length takes, not its square', async () => {
    const count = 200_000;
    const feeder = fresh(listOf(names(count), { chunkSize: count }));
    const started = performance.now();
    let cut = 0;
    while ((await feeder.next(1)) !== undefined) cut += 1;
    expect(cut).toBe(count);
    // Half a second here; copying the rest each time takes a minute
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
