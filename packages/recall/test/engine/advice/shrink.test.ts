import { verdictOf } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play, sizes } from '../support/stage.ts';

const tooMany = (allowedTargets?: number) =>
  verdictOf({
    advice: 'shrink',
    about: 'request',
    httpStatus: 400,
    code: '80300010',
    message: 'token count should within 1 and 0.',
    ...(allowedTargets !== undefined && { allowedTargets }),
  });

describe('shrink', () => {
  it('goes by the number the vendor tells, for this batch and all that follow', async () => {
    const { summary, vendor, events } = await play({
      targets: names(1000),
      vendor: { limit: { targets: 200, told: true } },
      options: { concurrency: 1 },
    });
    expect(sizes(vendor)).toEqual([10, 990, 200, 200, 200, 200, 190]);
    expect(events).toContainEqual({ type: 'shrunk', batchSize: 200 });
    expect(summary.targets.accepted).toBe(1000);

    const longer = await play({
      targets: names(2010),
      vendor: { limit: { targets: 400, told: true } },
      options: { concurrency: 1 },
    });
    expect(sizes(longer.vendor)).toEqual([10, 1000, 400, 400, 200, 400, 400, 200]);
  });

  it('halves where no number is told', async () => {
    const { vendor } = await play({
      targets: names(1000),
      vendor: { limit: { targets: 300, told: false } },
      options: { concurrency: 1, canary: 0 },
    });
    expect(sizes(vendor)).toEqual([1000, 500, 250, 250, 250, 250]);
  });

  it.each([8, 9, 0, -1])(
    'halves where the number, %d, is not smaller than what was sent',
    async (allowed) => {
      const { vendor } = await play({
        targets: names(8),
        vendor: {
          faults: (attempt) => (attempt === 1 ? { kind: 'answer', verdict: tooMany(allowed) } : undefined),
        },
      });
      expect(sizes(vendor)).toEqual([8, 4, 4]);
    },
  );

  it('stops at a single target: the vendor sees none at all', async () => {
    const { summary, sink, vendor } = await play({
      targets: names(20),
      vendor: { faults: () => ({ kind: 'answer', verdict: tooMany(0) }) },
    });
    expect(sizes(vendor)).toEqual([10, 5, 2, 1]);
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual({
      cause: 'refused',
      code: '80300010',
      httpStatus: 400,
      message: 'token count should within 1 and 0.',
      requestId: 'request-4',
    });
    expect(sink.of('not-attempted')).toHaveLength(20);
  });
});
