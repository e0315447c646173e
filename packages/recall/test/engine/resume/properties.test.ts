import { CredentialError } from '@unpush/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TargetCounts } from '../../../src/summary/summary.ts';
import { anySessions, type AnySessions } from '../support/any/any-sessions.ts';
import { nameOf, playSessions, type PlayedSessions } from '../support/any/play-sessions.ts';

const RUNS = 500;

function holds(what: string, check: (played: PlayedSessions, any: AnySessions) => void): void {
  it(what, { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(anySessions, async (any) => {
      const played = await playSessions(any);
      // Also: nothing was told to the ledger that does not fit, for that would be one more error
      expect(played.errors.filter((error) => !isPlanned(error))).toEqual([]);
      check(played, any);
    });
    await fc.assert(property, { numRuns: RUNS });
  });
}

const isPlanned = (error: unknown): boolean =>
  CredentialError.isInstance(error) ||
  (error instanceof TypeError && error.message === 'undefined is not a function');

function sumHolds(counts: TargetCounts): boolean {
  const { read, malformed, duplicate, accepted, rejected, unknown, notAttempted } = counts;
  const sum = malformed + duplicate + accepted + rejected + unknown + notAttempted;
  return sum === read && Object.values(counts).every((count: number) => count >= 0);
}

/** The targets that came to this end. */
const targetsWith = ({ ledger }: PlayedSessions, outcome: string): readonly string[] =>
  [...ledger.outcomes].filter(([, its]) => its.outcome === outcome).map(([position]) => nameOf(position));

describe('a recall that is killed and resumed', () => {
  holds('keeps the sum rule at every moment', ({ snapshots }) => {
    expect(snapshots.filter(({ targets }) => !sumHolds(targets))).toEqual([]);
  });

  holds('finishes with one outcome for each target, unless all are refused', ({ ledger, last }, any) => {
    if (last.state !== 'finished') {
      expect(last.targets.accepted).toBe(0);
      expect(['nothing-accepted', 'refused']).toContain(last.stoppedBy?.cause);
      return;
    }
    expect(ledger.open).toEqual([]);
    expect(ledger.outcomes.size).toBe(any.count);
    const chunks = Math.ceil(any.count / any.chunkSize);
    const ends = { accepted: 0, rejected: 0, unknown: 0, 'not-attempted': 0 };
    for (const { outcome } of ledger.outcomes.values()) ends[outcome] += 1;
    expect(last.targets).toEqual({
      read: any.count + chunks * (any.malformed + any.duplicate),
      malformed: chunks * any.malformed,
      duplicate: chunks * any.duplicate,
      accepted: ends.accepted,
      rejected: ends.rejected,
      unknown: ends.unknown,
      notAttempted: 0,
    });
  });

  holds('ends as if nothing had disturbed it, but for targets of lost requests', (played) => {
    const { ledger, bad } = played;
    for (const [position, { outcome }] of ledger.outcomes) {
      const undisturbed = bad.has(nameOf(position)) ? 'rejected' : 'accepted';
      const may = ledger.touched.has(position) ? [undisturbed, 'unknown'] : [undisturbed];
      expect({ position, outcome, may }).toEqual({ position, outcome: may[may.indexOf(outcome)], may });
    }
  });

  holds('never claims what the vendor did not do, and forgets nothing that it did', (played) => {
    const { takenBack } = played.vendor;
    expect(targetsWith(played, 'accepted').filter((target) => !takenBack.has(target))).toEqual([]);
    expect(targetsWith(played, 'rejected').filter((target) => takenBack.has(target))).toEqual([]);
    if (played.last.state !== 'finished') return;
    const ended = new Set([...targetsWith(played, 'accepted'), ...targetsWith(played, 'unknown')]);
    expect([...takenBack].filter((target) => !ended.has(target))).toEqual([]);
  });

  holds('tells each outcome at most once, and none that the ledger does not have', (played) => {
    for (const outcome of ['accepted', 'rejected'] as const) {
      const told = played.sinks.flatMap((sink) => sink.of(outcome));
      expect(new Set(told).size).toBe(told.length);
      const known = new Set(targetsWith(played, outcome));
      expect(told.filter((target) => !known.has(target))).toEqual([]);
    }
  });
});
