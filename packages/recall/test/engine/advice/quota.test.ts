import { verdictOf, type Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { steadyPacer } from '../../../src/pace/steady-pacer.ts';
import { names } from '../support/list-source.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
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
    const { summary } = await play({ targets: names(3), vendor: { faults }, options: { maxAttempts: 1 } });
    expect(summary.targets).toMatchObject({ accepted: 3, unknown: 0 });
    expect(summary.requests).toEqual({ sent: 4, retried: 0, throttled: 3 });
  });

  it('waits as long as the vendor asks, and a little more', async () => {
    const faults = (attempt: number) => (attempt === 1 ? throttle(7000) : undefined);
    const { vendor } = await play({ targets: names(3), vendor: { faults } });
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 7100]);
  });

  it('waits ever longer where the vendor says nothing', async () => {
    const faults = (attempt: number) => (attempt <= 4 ? throttle() : undefined);
    const { vendor } = await play({ targets: ['t1'], vendor: { faults } });
    // Half of 200, 400, 800 and 1600 ms
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 100, 300, 700, 1500]);
  });

  it('waits no longer than at first once the vendor has taken something', async () => {
    const faults = (attempt: number) => (attempt === 1 || attempt === 3 ? throttle() : undefined);
    const { vendor } = await play({ targets: names(30), vendor: { faults } });
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 100, 100, 200]);
  });

  it('holds all other batches back as well', async () => {
    const faults = (attempt: number) => (attempt === 2 ? throttle(5000) : undefined);
    const options = { batchSize: 10, concurrency: 2 };
    const latencyMs = (attempt: number): number => (attempt === 3 ? 20 : 10);
    const { vendor } = await play({ targets: names(50), vendor: { faults, latencyMs }, options });
    expect(vendor.requests.map(({ at, targets }) => [at, targets[0]])).toEqual([
      [0, 't1'],
      [10, 't11'],
      [10, 't21'],
      [5120, 't11'],
      [5120, 't31'],
      [5130, 't41'],
    ]);
  });

  it('halves a batch that is refused five times in a row: it may be larger than the quota allows at once', async () => {
    const { summary, vendor } = await play({
      targets: names(30),
      vendor: { quota: { targetsPerSecond: 100, burst: 12 }, latencyMs: 200 },
      options: { concurrency: 1 },
    });
    expect(sizes(vendor)).toEqual([10, 20, 20, 20, 20, 20, 10, 10]);
    expect(summary.state).toBe('finished');
    expect(summary.targets.accepted).toBe(30);
    expect(summary.requests.throttled).toBe(5);
  });

  it('leaves a single target as it is', async () => {
    const faults = (attempt: number) => (attempt <= 6 ? throttle() : undefined);
    const { start, clock } = setUp({ targets: ['t1'], vendor: { faults } });
    const ledger = memoryLedger(clock);
    await start({ ledger }).done;
    expect(new Set(ledger.entries)).toEqual(
      new Set(['sending 1: 1, attempt 1', 'verdict 1: retry', 'verdict 1: done', 'close: finished']),
    );
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
    const pacer = steadyPacer({ clock, random: () => 0.5, targetsPerSecond: 10 / (31 * 60) });
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
