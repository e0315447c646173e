import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play, sizes } from '../support/stage.ts';

describe('done', () => {
  it('makes every target of the batch accepted', async () => {
    const { summary, sink, vendor } = await play({ targets: names(12) });
    expect(summary).toEqual({
      recallId: 'test',
      state: 'finished',
      targets: {
        read: 12,
        malformed: 0,
        duplicate: 0,
        accepted: 12,
        rejected: 0,
        unknown: 0,
        notAttempted: 0,
      },
      requests: { sent: 2, retried: 0, throttled: 0 },
      codes: { '80000000': 12 },
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:00:00.000Z',
      elapsedMs: 0,
    });
    expect(sink.of('accepted')).toEqual(names(12));
    expect(sizes(vendor)).toEqual([10, 2]);
  });

  it('tells the code and the request, and no reason, of an accepted target', async () => {
    const { sink } = await play({ targets: ['t1'] });
    expect(sink.lines).toEqual([
      { target: 't1', outcome: 'accepted', code: '80000000', requestId: 'request-1', place: 'list.txt:1' },
    ]);
  });

  it('rejects the targets it names, with the reason given for each', async () => {
    const bad = new Map([['t2', 'illegal' as const]]);
    const { summary, sink, vendor } = await play({ targets: names(3), vendor: { bad } });
    expect(sizes(vendor)).toEqual([3]);
    expect(sink.of('accepted')).toEqual(['t1', 't3']);
    expect(sink.line('t2')).toEqual({
      target: 't2',
      outcome: 'rejected',
      code: '80100000',
      reason: 'illegal',
      requestId: 'request-1',
      place: 'list.txt:2',
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 2, rejected: 1 });
  });

  it('rejects each copy of a named target where duplicates are kept', async () => {
    const bad = new Map([['b', 'illegal' as const]]);
    const { summary, sink } = await play({ targets: ['a', 'b', 'a', 'b', 'b'], vendor: { bad } });
    expect(sink.lines.map(({ outcome, place }) => [outcome, place])).toEqual([
      ['accepted', 'list.txt:1'],
      ['accepted', 'list.txt:3'],
      ['rejected', 'list.txt:2'],
      ['rejected', 'list.txt:4'],
      ['rejected', 'list.txt:5'],
    ]);
    expect(summary.targets).toMatchObject({ read: 5, accepted: 2, rejected: 3 });
  });

  it('has accepted nothing where it names every target', async () => {
    const bad = new Map(names(20).map((target) => [target, 'illegal' as const]));
    const { summary, vendor } = await play({ targets: names(20), vendor: { bad } });
    expect(sizes(vendor)).toEqual([10]);
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toMatchObject({ cause: 'nothing-accepted', code: '80100000' });
    expect(summary.targets).toMatchObject({ rejected: 10, notAttempted: 10 });
  });
});
