import { describe, expect, it } from 'vitest';
import { listOf, names } from '../support/list-source.ts';
import { play, setUp } from '../support/stage.ts';

const foreign = (...targets: string[]) => new Map(targets.map((target) => [target, 'foreign' as const]));

describe('split', () => {
  it('sends ever smaller parts until the bad target stands alone, and takes the good ones back on the way', async () => {
    const { summary, sink, vendor } = await play({
      targets: names(8),
      vendor: { bad: foreign('t6') },
      options: { canary: 0 },
    });
    expect(vendor.requests.map(({ targets }) => targets.join(' '))).toEqual([
      't1 t2 t3 t4 t5 t6 t7 t8',
      't1 t2 t3',
      't4 t5',
      't6',
      't7 t8',
    ]);
    expect(sink.of('accepted')).toHaveLength(7);
    expect(sink.line('t6')).toEqual({
      target: 't6',
      outcome: 'rejected',
      code: '80300017',
      reason: 'mixed',
      requestId: 'request-4',
      place: 'list.txt:6',
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 7, rejected: 1 });
  });

  it('has each bad target confirmed by a request of its own', async () => {
    // By the fourth request it is clear which one it is; it is sent alone all the same
    const { vendor } = await play({
      targets: names(7),
      vendor: { bad: foreign('t7') },
      options: { canary: 0 },
    });
    expect(vendor.requests.map(({ targets }) => targets.join(' '))).toEqual([
      't1 t2 t3 t4 t5 t6 t7',
      't1 t2 t3',
      't4 t5',
      't6',
      't7',
    ]);
  });

  it('finds exactly the bad ones, wherever they stand', async () => {
    const bad = ['t1', 't2', 't500', 't777', 't1000'];
    const { sink, vendor } = await play({ targets: names(1000), vendor: { bad: foreign(...bad) } });
    expect([...sink.of('rejected')].sort()).toEqual(bad.toSorted());
    expect(vendor.takenBack.size).toBe(995);
  });

  it('sends one part of a batch after the other: what comes of one says how large the next should be', async () => {
    const { vendor } = await play({
      targets: names(1000),
      vendor: { bad: foreign('t77'), latencyMs: 10 },
      options: { canary: 0 },
    });
    expect(vendor.mostAtOnce).toBe(1);
  });

  it('keeps the places of the parts', async () => {
    const { start, sink } = setUp({
      targets: [],
      vendor: { bad: foreign('t4', 't9') },
    });
    await start({ source: listOf(names(10), { chunkSize: 3 }) }).done;
    expect(sink.lines.map(({ target, place }) => `${target} ${place}`).toSorted()).toEqual(
      names(10)
        .map((target, index) => `${target} list.txt:${index + 1}`)
        .toSorted(),
    );
  });
});
