import { verdictOf, type Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { freePacer } from '../support/free-pacer.ts';
import { names } from '../support/list-source.ts';
import { memoryLedger } from '../support/ledger/memory-ledger.ts';
import { play, setUp, sizes } from '../support/stage.ts';

const MINUTE = 60_000;

const throttle = (retryAfterMs?: number): Fault => ({
  kind: 'answer',
  verdict: verdictOf({
    advice: 'retry',
    about: 'quota',
    httpStatus: 503,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }),
});

const timeout: Fault = { kind: 'lost', failure: 'timeout', acted: false };

describe('retry after flow control', () => {
  it('uses up no attempt, and is never unknown', async () => {
    const faults = (attempt: number) => (attempt <= 3 ? throttle() : undefined);
    const { summary } = await play({ targets: ['t1'], vendor: { faults }, options: { maxAttempts: 1 } });
    expect(summary.targets).toMatchObject({ accepted: 1, unknown: 0 });
    expect(summary.requests).toEqual({ sent: 4, retried: 0, throttled: 3 });
  });

  it('leaves it to the pacer when the same is sent again', async () => {
    const faults = (attempt: number) => (attempt === 1 ? throttle(7000) : undefined);
    const { vendor } = await play({ targets: names(3), vendor: { faults } });
    expect(vendor.requests.map(({ at, targets }) => [at, targets.length])).toEqual([
      [0, 3],
      [7100, 3],
    ]);
  });

  it('takes no time from the repeats after a fault', async () => {
    // Held for longer than faults may be repeated, and then lost
    const faults = (attempt: number) => [throttle(5 * MINUTE), timeout][attempt - 1];
    const { summary } = await play({ targets: ['t1'], vendor: { faults } });
    expect(summary.targets).toMatchObject({ accepted: 1, unknown: 0 });
    expect(summary.requests).toEqual({ sent: 3, retried: 1, throttled: 1 });
  });

  it('halves a batch that is refused alone twice in a row: it may be larger than the quota allows at once', async () => {
    const { summary, vendor } = await play({
      targets: names(30),
      vendor: { quota: { targetsPerSecond: 100, burst: 12 }, latencyMs: 200 },
      options: { concurrency: 1 },
    });
    expect(sizes(vendor)).toEqual([10, 20, 20, 10, 10]);
    expect(summary.state).toBe('finished');
    expect(summary.targets.accepted).toBe(30);
    expect(summary.requests.throttled).toBe(2);
  });

  it('leaves a single target as it is', async () => {
    const faults = (attempt: number) => (attempt <= 6 ? throttle() : undefined);
    const { start, clock } = setUp({ targets: ['t1'], vendor: { faults } });
    const ledger = memoryLedger(clock);
    await start({ ledger }).done;
    const entries = [1, 2, 3, 4, 5, 6].flatMap((n) => [`sending 1: 1, attempt ${n}`, 'verdict 1: retry']);
    expect(ledger.entries).toEqual([
      ...entries,
      'sending 1: 1, attempt 7',
      'verdict 1: done',
      'end: finished',
    ]);
  });

  it('pauses after too long without progress; the targets are not attempted', async () => {
    const faults = (attempt: number) => (attempt === 1 ? undefined : throttle());
    const { summary, sink } = await play({
      targets: names(30),
      vendor: { faults, latencyMs: 10 },
      options: { concurrency: 1 },
    });
    expect(summary.state).toBe('paused');
    expect(summary.stoppedBy).toEqual({
      cause: 'throttled',
      httpStatus: 503,
      requestId: `request-${summary.requests.sent}`,
    });
    expect(summary.elapsedMs).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(summary.elapsedMs).toBeLessThan(30 * MINUTE + 10_000);
    expect(summary.targets).toMatchObject({ accepted: 10, unknown: 0, notAttempted: 20 });
    expect(sink.of('not-attempted')).toEqual(names(30).slice(10));
  });

  it('pauses at once if the vendor asks for a longer wait than that', async () => {
    const { summary } = await play({ targets: names(30), vendor: { faults: () => throttle(31 * MINUTE) } });
    expect(summary.state).toBe('paused');
    expect(summary.stoppedBy?.cause).toBe('throttled');
    expect(summary.elapsedMs).toBe(0);
  });

  it('counts the time from the first refusal, not from the last progress', async () => {
    // The ceiling puts more than half an hour between two batches
    const faults = (attempt: number) => (attempt === 3 ? throttle() : undefined);
    const { clock, start } = setUp({ targets: names(30), vendor: { faults }, options: { batchSize: 10 } });
    const pacer = freePacer(clock, { targetsPerSecond: 10 / (31 * 60) });
    const summary = await start({ pacer }).done;
    expect(summary.state).toBe('finished');
    expect(summary.targets.accepted).toBe(30);
  });

  it('stays unknown for targets of an earlier request that was lost', async () => {
    const faults = (attempt: number) => (attempt === 1 ? timeout : throttle(31 * MINUTE));
    const { sink } = await play({ targets: names(30), vendor: { faults } });
    expect(sink.of('unknown')).toEqual(names(10));
  });
});
