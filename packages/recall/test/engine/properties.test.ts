import { CredentialError, type Outcome } from '@unpush/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TargetCounts } from '../../src/summary/summary.ts';
import { anyRecall, type AnyRecall } from './support/any/any-recall.ts';
import { GRACE_MS, playAny, type Played } from './support/any/play-any.ts';

const RUNS = 300;

function holds(what: string, check: (played: Played, any: AnyRecall) => void): void {
  it(what, { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(anyRecall, async (any) => check(await playAny(any), any));
    await fc.assert(property, { numRuns: RUNS });
  });
}

function sumHolds(counts: TargetCounts): boolean {
  const { read, malformed, duplicate, accepted, rejected, unknown, notAttempted } = counts;
  const sum = malformed + duplicate + accepted + rejected + unknown + notAttempted;
  return sum === read && Object.values(counts).every((count: number) => count >= 0);
}

describe('any recall', () => {
  holds('keeps the sum rule at every moment', ({ snapshots, last }, any) => {
    expect(snapshots.filter(({ targets }) => !sumHolds(targets))).toEqual([]);
    expect(last.targets.read).toBe(any.count);
  });

  holds('tells the end of each target once', ({ sink, last }, any) => {
    expect(sink.lines).toHaveLength(any.count);
    expect(new Set(sink.lines.map(({ place }) => place)).size).toBe(any.count);
    const told = (outcome: Outcome): number => sink.of(outcome).length;
    expect(last.targets).toMatchObject({
      accepted: told('accepted'),
      rejected: told('rejected'),
      unknown: told('unknown'),
      notAttempted: told('not-attempted'),
    });
  });

  holds('never claims what the vendor did not do', ({ sink, vendor, bad }, any) => {
    const takenBack = (target: string): boolean => vendor.takenBack.has(target);
    expect(sink.of('accepted').filter((target) => !takenBack(target))).toEqual([]);
    const unique = any.names >= any.count;
    if (unique) {
      expect(sink.of('rejected').filter(takenBack)).toEqual([]);
      expect(sink.of('not-attempted').filter(takenBack)).toEqual([]);
    }
    const refusesAnyone = any.faults.some((fault) => fault?.kind === 'answer');
    if (!refusesAnyone) expect(sink.of('rejected').filter((target) => !bad.has(target))).toEqual([]);
  });

  holds('has a state that agrees with its outcomes', ({ last, snapshots, error }) => {
    const { state, stoppedBy, targets } = last;
    expect(error === undefined || error instanceof CredentialError).toBe(true);
    if (state === 'finished') {
      expect({ error, stoppedBy, left: targets.notAttempted }).toEqual({ left: 0 });
    } else {
      const later = stoppedBy?.cause === 'throttled' || stoppedBy?.cause === 'wholly-refused';
      expect({ state, stopped: stoppedBy !== undefined }).toEqual({
        state: later ? 'paused' : 'stopped',
        stopped: true,
      });
    }
    expect(snapshots.slice(0, -1).every((snapshot) => snapshot.state === 'running')).toBe(true);
  });

  holds('keeps to its bounds', ({ vendor, last, error, stoppingAt, endedAt }, any) => {
    expect(vendor.mostAtOnce).toBeLessThanOrEqual(any.concurrency);
    expect(vendor.requests.filter(({ targets }) => targets.length > any.batchSize)).toEqual([]);
    expect(vendor.requests.filter(({ at }) => at > stoppingAt)).toEqual([]);
    expect(endedAt).toBeLessThanOrEqual(stoppingAt + GRACE_MS);
    const { sent, retried, throttled } = last.requests;
    expect(retried + throttled).toBeLessThanOrEqual(sent);
    if (error === undefined) expect(sent).toBe(vendor.requests.length);
  });
});

describe('any recall that nothing disturbs', () => {
  it('rejects exactly the bad targets it tries, and accepts the others', { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(anyRecall, async (any) => {
      const { sink, bad, last } = await playAny({
        ...any,
        canary: Math.max(1, any.canary),
        keepGoing: true,
        faults: [],
        limit: Infinity,
        credentialLifeMs: undefined,
        stopAt: undefined,
      });
      const tried = sink.lines.filter(({ outcome }) => outcome !== 'not-attempted');
      const wrong = tried.filter(
        ({ target, outcome }) => outcome !== (bad.has(target) ? 'rejected' : 'accepted'),
      );
      expect(wrong).toEqual([]);
      // It may end early only where nothing was accepted
      if (last.state !== 'finished') expect(last.targets.accepted).toBe(0);
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});
