import type { Clock } from '@unpush/core';
import { verdictOf, type BadTarget, type Fault } from '@unpush/testing';
import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { CONTRACT_FACTS } from '../../src/contract/ledger/subject.ts';
import type { RecallEvent } from '../../src/engine/options.ts';
import { memoryLedger as evidenceLedger } from '../../src/ledger/memory-ledger.ts';
import { webEvidence } from '../../src/ledger/web-evidence.ts';
import { listOf, names } from './support/list-source.ts';
import { memoryLedger } from './support/ledger/memory-ledger.ts';
import { play, setUp } from './support/stage.ts';

const hang: Fault = { kind: 'hang', acted: true };
const inTens = { batchSize: 10, concurrency: 2 };

describe('stop()', () => {
  it('lets the requests under way be answered, and sends no further one', async () => {
    const { start, clock, vendor, sink } = setUp({
      targets: names(100),
      vendor: { latencyMs: 500 },
      options: inTens,
    });
    const recall = start();
    void clock.sleep(700).then(() => recall.stop());
    const summary = await recall.done;
    expect(vendor.requests.map(({ at }) => at)).toEqual([0, 500, 500]);
    expect(sink.of('accepted')).toEqual(names(30));
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual({ cause: 'interrupt' });
    expect(summary.targets).toMatchObject({ accepted: 30, unknown: 0, notAttempted: 70 });
    expect(summary.elapsedMs).toBe(1000);
  });

  it('says in summary and evidence who has asked for it, and why', async () => {
    const ledger = evidenceLedger(webEvidence(CONTRACT_FACTS, new Uint8Array(32)));
    const askedBy = { by: 'oncall', reason: 'wrong list' };
    const { start, clock } = setUp({
      targets: names(100),
      vendor: { latencyMs: 500 },
      options: { ...inTens, ledger, askedBy: { by: 'release', reason: 'wrong price' } },
    });
    const recall = start();
    void clock.sleep(700).then(() => recall.stop(askedBy));
    const summary = await recall.done;
    expect(summary.stoppedBy).toEqual({ cause: 'interrupt', askedBy });
    const records = ledger.evidence().map((line) => JSON.parse(line) as { readonly type: string });
    expect(records.find(({ type }) => type === 'session')).toMatchObject({
      askedBy: { by: 'release', reason: 'wrong price' },
    });
    expect(records.at(-1)).toMatchObject({ type: 'end', stoppedBy: { cause: 'interrupt', askedBy } });
  });

  it('gives requests up after the grace; what they carried is unknown', async () => {
    const faults = (attempt: number) => (attempt === 2 ? hang : undefined);
    const { start, clock, sink } = setUp({
      targets: names(100),
      vendor: { latencyMs: 500, faults },
      options: inTens,
    });
    const recall = start();
    void clock.sleep(700).then(() => recall.stop());
    const summary = await recall.done;
    expect(summary.elapsedMs).toBe(1400);
    expect(sink.of('unknown')).toEqual(names(20).slice(10));
    expect(sink.line('t11')).toMatchObject({ code: 'aborted' });
    expect(summary.targets).toMatchObject({ accepted: 20, unknown: 10, notAttempted: 70 });
  });

  it('has not finished where a request was given up, though nothing else was left', async () => {
    const { start, clock } = setUp({
      targets: names(10),
      vendor: { faults: () => hang },
      options: { maxAttempts: 1 },
    });
    const recall = start();
    void clock.sleep(1000).then(() => recall.stop());
    const summary = await recall.done;
    expect(summary).toMatchObject({ state: 'stopped', stoppedBy: { cause: 'interrupt' } });
    expect(summary.targets).toMatchObject({ unknown: 10, notAttempted: 0 });
  });

  it('leaves no timer behind that would keep the program from ending', async () => {
    const { start, clock } = setUp({ targets: names(100), vendor: { latencyMs: 500 }, options: inTens });
    let asleep = 0;
    const counting: Clock = {
      ...clock,
      async sleep(ms, signal) {
        asleep += 1;
        await clock.sleep(ms, signal).finally(() => (asleep -= 1));
      },
    };
    const recall = start({ clock: counting });
    await clock.sleep(700);
    recall.stop();
    expect(asleep).toBe(1);
    await recall.done;
    expect(asleep).toBe(0);
  });

  it('takes the grace it is given', async () => {
    const { start, clock } = setUp({
      targets: names(100),
      vendor: { faults: () => hang },
      options: { graceMs: 50 },
    });
    const recall = start();
    void clock.sleep(1000).then(() => recall.stop());
    expect((await recall.done).elapsedMs).toBe(1050);
  });

  it('ends at once where only waiting is under way', async () => {
    const throttled: Fault = {
      kind: 'answer',
      verdict: verdictOf({ advice: 'retry', about: 'quota', retryAfterMs: 600_000 }),
    };
    const lost: Fault = { kind: 'lost', failure: 'reset', acted: false };
    for (const [fault, end] of [
      [throttled, 'notAttempted'],
      [lost, 'unknown'],
    ] as const) {
      const { start, clock } = setUp({ targets: names(10), vendor: { faults: () => fault } });
      const recall = start();
      void clock.sleep(100).then(() => recall.stop());
      const summary = await recall.done;
      expect(summary.elapsedMs).toBe(100);
      expect(summary.targets[end]).toBe(10);
    }
  });

  it('loses no part of a batch that is just being divided', async () => {
    const bad = new Map<string, BadTarget>([['t33', 'foreign']]);
    for (let stopAt = 0; stopAt <= 1000; stopAt += 50) {
      const { start, clock, sink, vendor } = setUp({
        targets: names(100),
        vendor: { bad, latencyMs: 100 },
        options: { ...inTens, graceMs: 30 },
      });
      const recall = start();
      void clock.sleep(stopAt).then(() => recall.stop());
      const summary = await recall.done;
      expect(sink.lines.map(({ target }) => target).toSorted()).toEqual(names(100).toSorted());
      for (const target of sink.of('not-attempted')) expect(vendor.takenBack.has(target)).toBe(false);
      expect(summary.elapsedMs).toBeLessThanOrEqual(stopAt + 30);
    }
  });

  it('divides no further in the canary', async () => {
    const bad = new Map<string, BadTarget>(names(10).map((target) => [target, 'misfit']));
    const { start, clock, sink, vendor } = setUp({ targets: names(20), vendor: { bad, latencyMs: 100 } });
    const recall = start();
    void clock.sleep(650).then(() => recall.stop());
    const summary = await recall.done;
    expect(vendor.requests).toHaveLength(7);
    expect(summary.stoppedBy).toEqual({ cause: 'interrupt' });
    expect(summary.targets).toMatchObject({ rejected: 0, unknown: 0, notAttempted: 20 });
    expect(sink.lines.map(({ target }) => target).toSorted()).toEqual(names(20).toSorted());
  });

  it('keeps back a request that is still being written to the ledger, and tells the ledger', async () => {
    const { start, clock, vendor } = setUp({ targets: names(10) });
    const ledger = memoryLedger(clock, { writeMs: 100 });
    const recall = start({ ledger });
    void clock.sleep(50).then(() => recall.stop());
    const summary = await recall.done;
    expect(vendor.requests).toEqual([]);
    expect(summary.requests.sent).toBe(0);
    expect(summary.targets).toMatchObject({ unknown: 0, notAttempted: 10 });
    expect(ledger.entries).toEqual(['sending 1: 10, attempt 1', 'verdict 1: aborted', 'end: stopped']);
  });

  it('leaves a recall finished if all that was left is answered in the grace', async () => {
    const { start, clock, events } = setUp({ targets: names(10), vendor: { latencyMs: 100 } });
    const recall = start();
    void clock.sleep(50).then(() => recall.stop());
    const summary = await recall.done;
    expect(events.map(({ type }) => type)).toEqual(['stopping']);
    expect(summary.state).toBe('finished');
    expect(summary).not.toHaveProperty('stoppedBy');
    expect(summary.targets.accepted).toBe(10);
  });

  it('changes nothing once the recall has ended', async () => {
    const { start, events } = setUp({ targets: names(10) });
    const recall = start();
    const summary = await recall.done;
    recall.stop();
    expect(recall.snapshot()).toEqual(summary);
    expect(events.map(({ type }) => type)).toEqual(['canary-passed']);
  });

  it('counts the first cause', async () => {
    const { start, clock, events } = setUp({ targets: names(100), vendor: { latencyMs: 100 } });
    const recall = start();
    void clock.sleep(50).then(() => {
      recall.stop();
      recall.stop();
    });
    await recall.done;
    expect(events.filter(({ type }) => type === 'stopping')).toHaveLength(1);
  });

  it('stops though the observer fails, and tells its error at the end', async () => {
    const { start, clock, vendor, sink } = setUp({
      targets: names(100),
      vendor: { latencyMs: 100 },
      options: inTens,
    });
    const error = new Error('no more room on the screen');
    const observe = ({ type }: RecallEvent): void => {
      if (type === 'stopping' || type === 'listing-rest') throw error;
    };
    const recall = start({ observe });
    void clock.sleep(150).then(() => recall.stop());
    await expect(recall.done).rejects.toBe(error);
    expect(vendor.requests).toHaveLength(3);
    expect(sink.lines).toHaveLength(100);
    expect(recall.snapshot()).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'interrupt' },
      targets: { accepted: 30, notAttempted: 70 },
    });
  });

  it('is what an observer that fails leads to', async () => {
    const { start, vendor, sink } = setUp({
      targets: names(100),
      vendor: { latencyMs: 100 },
      options: inTens,
    });
    const error = new Error('no more room on the screen');
    const observe = (): void => {
      throw error;
    };
    const recall = start({ observe });
    await expect(recall.done).rejects.toBe(error);
    expect(vendor.requests).toHaveLength(1);
    expect(sink.lines).toHaveLength(100);
    expect(recall.snapshot().stoppedBy).toEqual({ cause: 'error' });
  });
});

describe('a signal', () => {
  it('does what stop() does', async () => {
    const { start, clock, vendor } = setUp({
      targets: names(100),
      vendor: { latencyMs: 500 },
      options: inTens,
    });
    const controller = new AbortController();
    const recall = start({ signal: controller.signal });
    void clock.sleep(700).then(() => controller.abort());
    const summary = await recall.done;
    expect(vendor.requests).toHaveLength(3);
    expect(summary).toMatchObject({ state: 'stopped', stoppedBy: { cause: 'interrupt' }, elapsedMs: 1000 });
  });

  it('lets nothing leave where it has aborted before', async () => {
    const { vendor, sink, summary } = await play({
      targets: names(30),
      options: { signal: AbortSignal.abort() },
    });
    expect(vendor.requests).toEqual([]);
    expect(sink.of('not-attempted')).toEqual(names(30));
    expect(summary.stoppedBy).toEqual({ cause: 'interrupt' });
  });
});

describe('a signal that outlives the recall', () => {
  it('is let go of', async () => {
    const controller = new AbortController();
    await play({ targets: names(30), options: { signal: controller.signal } });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

describe('a snapshot', () => {
  it('is of a recall that runs until it has ended, though it is to stop', async () => {
    const { start, clock } = setUp({ targets: names(100), vendor: { latencyMs: 100 }, options: inTens });
    const recall = start({ source: listOf(names(100), { totalsKnown: true }) });
    await clock.sleep(120);
    expect(recall.snapshot()).toMatchObject({
      state: 'running',
      targets: { read: 100, accepted: 10, notAttempted: 90 },
      requests: { sent: 3 },
      elapsedMs: 120,
    });
    recall.stop();
    expect(recall.snapshot()).toMatchObject({ state: 'running', stoppedBy: { cause: 'interrupt' } });
    expect(recall.snapshot()).not.toHaveProperty('finishedAt');
    await recall.done;
    expect(recall.snapshot()).toMatchObject({ state: 'stopped', finishedAt: '2026-01-01T00:00:00.200Z' });
  });
});
