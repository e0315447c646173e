import { noAnswer, verdictOf, type Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { freePacer } from '../support/free-pacer.ts';
import { names } from '../support/list-source.ts';
import { play, setUp } from '../support/stage.ts';

const timeout: Fault = { kind: 'lost', failure: 'timeout', acted: false };
const refused: Fault = { kind: 'unsent', failure: 'refused' };
const error500: Fault = {
  kind: 'answer',
  verdict: verdictOf({ advice: 'retry', about: 'vendor-fault', httpStatus: 500, mayHaveBeenReceived: true }),
};

describe('retry after a fault', () => {
  it('sends the batch again until it is accepted', async () => {
    const faults = (attempt: number) => (attempt <= 2 ? timeout : undefined);
    const { summary, vendor } = await play({ targets: names(3), vendor: { faults } });
    // Half of 500 ms and of 1000 ms, as the dice always say a half
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 250, 750]);
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 3, unknown: 0 });
    expect(summary.requests).toEqual({ sent: 3, retried: 2, throttled: 0 });
    expect(summary.codes).toEqual({ '80000000': 3 });
  });

  it('ends as unknown after the last attempt', async () => {
    const { summary, sink, vendor } = await play({ targets: names(3), vendor: { faults: () => error500 } });
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 250, 750, 1750]);
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 0, unknown: 3, notAttempted: 0 });
    expect(summary.requests).toEqual({ sent: 4, retried: 3, throttled: 0 });
    expect(summary.codes).toEqual({ 'HTTP 500': 3 });
    expect(sink.line('t1')).toEqual({
      target: 't1',
      outcome: 'unknown',
      code: 'HTTP 500',
      requestId: 'request-4',
      place: 'list.txt:1',
    });
  });

  it('names the failure where there was no answer at all', async () => {
    const { summary, sink } = await play({ targets: ['t1'], vendor: { faults: () => timeout } });
    expect(summary.codes).toEqual({ timeout: 1 });
    expect(sink.line('t1')).toMatchObject({
      outcome: 'unknown',
      code: 'timeout',
      reason: 'no answer: timeout',
    });
  });

  it('takes as many attempts as it is told', async () => {
    const options = { maxAttempts: 1 };
    const { vendor } = await play({ targets: names(3), vendor: { faults: () => timeout }, options });
    expect(vendor.requests).toHaveLength(1);
  });

  it('waits as it is told before the first repeat, and twice as long before the next', async () => {
    const options = { retryBaseMs: 100 };
    const { vendor } = await play({ targets: names(3), vendor: { faults: () => timeout }, options });
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 50, 150, 350]);
  });

  it('waits at least as long as the vendor asks', async () => {
    const verdict = { ...error500.verdict, retryAfterMs: 4000 };
    const faults = (attempt: number): Fault | undefined =>
      attempt === 1 ? { ...error500, verdict } : undefined;
    const { vendor } = await play({ targets: names(3), vendor: { faults } });
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 4250]);
  });

  it('goes on for as long as it is told, counted from the first fault', async () => {
    const options = { maxAttempts: 20, retryForMs: 1000 };
    const { vendor } = await play({ targets: names(3), vendor: { faults: () => timeout }, options });
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 250, 750, 1750]);
  });

  it('sends nothing again that the vendor asks to wait longer with than there is time', async () => {
    const verdict = { ...error500.verdict, retryAfterMs: 5000 };
    const { vendor, summary } = await play({
      targets: names(3),
      vendor: { faults: () => ({ ...error500, verdict }) },
      options: { retryForMs: 1000 },
    });
    expect(vendor.requests).toHaveLength(1);
    expect(summary.targets.unknown).toBe(3);
  });

  it('goes on with the other batches meanwhile', async () => {
    const faults = (attempt: number) => (attempt === 2 ? timeout : undefined);
    const options = { batchSize: 10, concurrency: 2 };
    const { vendor } = await play({ targets: names(40), vendor: { faults, latencyMs: 100 }, options });
    expect(vendor.requests.map(({ at, targets }) => [at, targets[0]])).toEqual([
      [0, 't1'],
      [100, 't11'],
      [100, 't21'],
      [200, 't31'],
      [450, 't11'],
    ]);
  });

  it('calls a target unknown that is refused after a first request with it was lost', async () => {
    // The lost request took it back; that is why it is refused now
    const bad = new Map([['t2', 'invalid' as const]]);
    const faults = (attempt: number) => (attempt === 1 ? { ...timeout, acted: true } : undefined);
    const { summary, sink } = await play({ targets: names(3), vendor: { bad, faults } });
    expect(sink.of('unknown')).toEqual(['t2']);
    expect(sink.of('accepted')).toEqual(['t1', 't3']);
    expect(sink.line('t2')).toMatchObject({ code: '80300007', reason: 'invalid' });
    expect(summary.targets).toMatchObject({ accepted: 2, rejected: 0, unknown: 1 });
  });

  it('remembers the lost request in the parts of a divided batch', async () => {
    const bad = new Map([['t3', 'foreign' as const]]);
    const faults = (attempt: number) => (attempt === 1 ? timeout : undefined);
    const { sink } = await play({ targets: names(4), vendor: { bad, faults } });
    expect(sink.of('unknown')).toEqual(['t3']);
    expect(sink.of('accepted')).toEqual(['t1', 't2', 't4']);
  });
});

describe('retry of what never arrived', () => {
  it('stops after the last attempt and says that the vendor cannot be reached', async () => {
    const { summary, sink, vendor } = await play({ targets: names(30), vendor: { faults: () => refused } });
    expect(vendor.requests).toHaveLength(4);
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual({
      cause: 'unreachable',
      message: 'no answer: refused',
      failure: 'refused',
    });
    expect(summary.targets).toMatchObject({ unknown: 0, notAttempted: 30 });
    expect(summary.codes).toEqual({});
    expect(sink.of('not-attempted')).toEqual(names(30));
  });

  it('is unknown all the same if an earlier request with these targets was lost', async () => {
    const faults = (attempt: number) => (attempt === 1 ? timeout : refused);
    const { summary, sink } = await play({ targets: names(30), vendor: { faults } });
    expect(summary.stoppedBy?.cause).toBe('unreachable');
    expect(sink.of('unknown')).toEqual(names(10));
    expect(summary.targets).toMatchObject({ unknown: 10, notAttempted: 20 });
  });

  it('goes on once the vendor can be reached again', async () => {
    const faults = (attempt: number) => (attempt <= 3 ? refused : undefined);
    const { summary } = await play({ targets: names(30), vendor: { faults } });
    expect(summary.state).toBe('finished');
    expect(summary.targets.accepted).toBe(30);
  });
});

describe('an answer that is a page', () => {
  const page: Fault = {
    kind: 'answer',
    verdict: { ...noAnswer('html', { received: true }), httpStatus: 200 },
  };

  it('stops at the first request: what answers is not the vendor', async () => {
    const { summary, sink, vendor } = await play({ targets: names(30), vendor: { faults: () => page } });
    expect(vendor.requests).toHaveLength(1);
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual({
      cause: 'not-the-vendor',
      httpStatus: 200,
      message: 'no answer: html',
      requestId: 'request-1',
      failure: 'html',
    });
    // A proxy may have passed it on
    expect(sink.of('unknown')).toEqual(names(10));
    expect(summary.targets).toMatchObject({ unknown: 10, notAttempted: 20 });
  });

  it.each([502, 503])('is one more fault where its status, %d, is one too', async (httpStatus) => {
    const verdict = { ...noAnswer('html', { received: true }), httpStatus };
    const faults = (attempt: number): Fault | undefined =>
      attempt === 1 ? { kind: 'answer', verdict } : undefined;
    const { summary } = await play({ targets: names(30), vendor: { faults } });
    expect(summary.state).toBe('finished');
  });

  it('is one more fault once the canary is through', async () => {
    const faults = (attempt: number) => (attempt === 2 ? page : undefined);
    const { summary } = await play({ targets: names(30), vendor: { faults } });
    expect(summary.state).toBe('finished');
    expect(summary.requests.retried).toBe(1);
  });
});

describe('the counter of repeats', () => {
  it('counts no repeat that did not leave', async () => {
    const { clock, start, vendor } = setUp({ targets: names(3), vendor: { faults: () => timeout } });
    // Due again after 250 ms, but a target a second makes the second request wait for three
    const recall = start({ pacer: freePacer(clock, { targetsPerSecond: 1 }) });
    void clock.sleep(500).then(() => recall.stop());
    const summary = await recall.done;
    expect(vendor.requests).toHaveLength(1);
    expect(summary.requests).toEqual({ sent: 1, retried: 0, throttled: 0 });
  });
});

describe('a vendor that was there, and cannot be reached any more', () => {
  /** Reachable for the canary, then away for so many attempts. */
  const awayFor = (attempts: number) => (attempt: number) =>
    attempt > 1 && attempt <= 1 + attempts ? refused : undefined;

  it('is waited for, without using up an attempt, and said once', async () => {
    const options = { concurrency: 1 };
    const { summary, events } = await play({ targets: names(30), vendor: { faults: awayFor(9) }, options });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 30, unknown: 0 });
    expect(summary.requests).toEqual({ sent: 11, retried: 9, throttled: 0 });
    expect(events.filter(({ type }) => type === 'unreachable')).toEqual([
      { type: 'unreachable', giveUpAfterMs: 1_800_000 },
    ]);
  });

  it('is waited for longer and longer, up to half a minute', async () => {
    const options = { concurrency: 1 };
    const { vendor } = await play({ targets: names(30), vendor: { faults: awayFor(9) }, options });
    // Half of 0.5, 1, 2, 4, 8, 16 and then 30 seconds, as the dice always say a half
    const times = vendor.requests.slice(1).map(({ at }) => at);
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it('is given up in the end, with nothing unknown and the rest not attempted', async () => {
    const options = { giveUpAfterMs: 60_000, concurrency: 2, batchSize: 10 };
    const { summary } = await play({ targets: names(60), vendor: { faults: awayFor(Infinity) }, options });
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toMatchObject({ cause: 'unreachable', failure: 'refused' });
    expect(summary.targets).toMatchObject({ accepted: 10, unknown: 0, notAttempted: 50 });
    expect(summary.elapsedMs).toBeGreaterThanOrEqual(60_000);
    expect(summary.elapsedMs).toBeLessThan(60_000 + 35_000);
  });
});
