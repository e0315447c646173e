import { noAnswer, verdictOf, type Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play } from '../support/stage.ts';

const noRight: Fault = {
  kind: 'answer',
  verdict: verdictOf({
    advice: 'stop',
    about: 'permission',
    httpStatus: 400,
    code: '80300032',
    message: 'no right for app MAAAAAB3xYk0123456789abcdefghijQw9z',
  }),
};

describe('stop', () => {
  it('costs one request in the canary; every target is not attempted', async () => {
    const { summary, sink, vendor, events } = await play({
      targets: names(3000),
      vendor: { faults: () => noRight },
    });
    expect(vendor.requests).toHaveLength(1);
    const stoppedBy = {
      cause: 'refused',
      code: '80300032',
      httpStatus: 400,
      message: 'no right for app MAAAAA…Qw9z',
      requestId: 'request-1',
    };
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual(stoppedBy);
    expect(summary.targets).toMatchObject({ accepted: 0, rejected: 0, unknown: 0, notAttempted: 3000 });
    expect(summary.codes).toEqual({});
    expect(sink.of('not-attempted')).toEqual(names(3000));
    expect(sink.line('t1')).toEqual({
      target: 't1',
      outcome: 'not-attempted',
      code: '80300032',
      reason: 'no right for app MAAAAA…Qw9z',
      requestId: 'request-1',
      place: 'list.txt:1',
    });
    expect(sink.line('t11')).toEqual({ target: 't11', outcome: 'not-attempted', place: 'list.txt:11' });
    expect(events).toEqual([{ type: 'stopping', stoppedBy }, { type: 'listing-rest' }]);
  });

  it('lets requests under way finish, and sends no further one', async () => {
    const { summary, sink, vendor } = await play({
      targets: names(100),
      vendor: {
        latencyMs: (attempt) => (attempt === 3 ? 10 : 100),
        faults: (attempt) => (attempt === 3 ? noRight : undefined),
      },
      options: { batchSize: 10, concurrency: 3 },
    });
    expect(vendor.requests).toHaveLength(4);
    expect(sink.of('accepted')).toEqual([...names(20), ...names(40).slice(30)]);
    expect(summary.targets).toMatchObject({ accepted: 30, notAttempted: 70 });
    expect(summary.elapsedMs).toBe(200);
  });

  it("stops for a stranger's certificate", async () => {
    const { summary, vendor } = await play({
      targets: names(30),
      vendor: { faults: () => ({ kind: 'answer', verdict: noAnswer('tls', { received: false }) }) },
    });
    expect(vendor.requests).toHaveLength(1);
    expect(summary.stoppedBy).toMatchObject({ cause: 'refused', failure: 'tls' });
    expect(summary.targets).toMatchObject({ notAttempted: 30 });
  });
});
