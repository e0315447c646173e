import type { BadTarget } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play, sizes } from '../support/stage.ts';

const misfit = (targets: readonly string[]): Map<string, BadTarget> =>
  new Map(targets.map((target) => [target, 'misfit']));

describe('fix', () => {
  it('stops at 15 requests when each of the first ten targets is refused by itself', async () => {
    const { summary, sink, vendor } = await play({
      targets: names(5000),
      vendor: { bad: misfit(names(5000)) },
    });
    expect(sizes(vendor)).toEqual([10, 4, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual({
      cause: 'nothing-accepted',
      code: '80100001',
      httpStatus: 400,
      message: 'wrong',
      requestId: 'request-15',
    });
    expect(summary.targets).toMatchObject({ rejected: 0, unknown: 0, notAttempted: 5000 });
    expect(sink.of('not-attempted')).toHaveLength(5000);
    expect(sink.line('t7')).toMatchObject({ outcome: 'not-attempted', code: '80100001', reason: 'wrong' });
  });

  it('stops also where the list ends with the first ten: the request is wrong, not the targets', async () => {
    const { summary } = await play({ targets: names(10), vendor: { bad: misfit(names(10)) } });
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy?.cause).toBe('nothing-accepted');
    expect(summary.targets).toMatchObject({ rejected: 0, notAttempted: 10 });
  });

  it('is the fault of the targets once any other was accepted', async () => {
    const bad = misfit(['t1', 't2', 't3', 't5', 't6', 't7', 't8', 't9', 't10']);
    const { summary, sink, vendor } = await play({ targets: names(30), vendor: { bad } });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 21, rejected: 9, notAttempted: 0 });
    expect([...sink.of('rejected')].sort()).toEqual([...bad.keys()].sort());
    // Refused by its first request of its own, held until t4 was accepted, and refused by another one
    expect(vendor.requests.filter(({ targets }) => targets.join() === 't1')).toHaveLength(2);
    expect(sink.line('t1')).toMatchObject({ outcome: 'rejected', code: '80100001', requestId: 'request-16' });
  });

  it('divides a later batch, as the selector was accepted before', async () => {
    const { summary, sink, vendor } = await play({ targets: names(14), vendor: { bad: misfit(['t13']) } });
    expect(sizes(vendor)).toEqual([10, 4, 1, 1, 1, 1]);
    expect(sink.of('rejected')).toEqual(['t13']);
    expect(summary.targets).toMatchObject({ accepted: 13, rejected: 1 });
  });

  it('stops at the first request without a canary', async () => {
    const { summary, vendor } = await play({
      targets: names(30),
      vendor: { bad: misfit(names(30)) },
      options: { canary: 0, concurrency: 1 },
    });
    expect(vendor.requests).toHaveLength(1);
    expect(summary.stoppedBy).toMatchObject({ cause: 'refused', code: '80100001' });
    expect(summary.targets).toMatchObject({ notAttempted: 30 });
  });

  it.each([10, 30])(
    'stops where some of the first ten were lost and none accepted (%d targets)',
    async (count) => {
      const bad = misfit(names(count));
      const { summary, sink } = await play({
        targets: names(count),
        vendor: {
          bad,
          // The fourth request is the first with a single target; it and its repeats are lost
          faults: (attempt) =>
            attempt >= 4 && attempt <= 7 ? { kind: 'lost', failure: 'reset', acted: false } : undefined,
        },
      });
      expect(summary.state).toBe('stopped');
      expect(summary.stoppedBy).toMatchObject({ cause: 'nothing-accepted', code: '80100001' });
      expect(sink.of('unknown')).toEqual(['t1']);
      expect(summary.targets).toMatchObject({ unknown: 1, notAttempted: count - 1 });
    },
  );
});
