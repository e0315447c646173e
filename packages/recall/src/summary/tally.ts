import type { Outcome } from '@unpush/core';
import type { IntakeTotals } from '../intake/target-source.ts';
import type { Spans } from '../spans/spans.ts';
import type { TargetCounts } from './summary.ts';

/** What became of targets in earlier sessions. */
export interface Earlier {
  /** The positions that were in a request. */
  readonly covered: Spans;
  readonly settled: Readonly<Record<Exclude<Outcome, 'not-attempted'>, number>>;
  readonly codes: Readonly<Record<string, number>>;
}

/** Counts what becomes of the targets, so that the sum rule holds at every moment. */
export interface Tally {
  /** Earlier sessions have come so far. */
  resume(earlier: Earlier): void;
  /** Input was read. */
  met(chunk: IntakeTotals): void;
  /** Targets have come to their end. */
  settle(outcome: Outcome, targets: number, code?: string): void;
  counts(): TargetCounts;
  codes(): Readonly<Record<string, number>>;
  /** How many targets have come to their end since this session began. */
  sinceBegun(): number;
}

/** With `totals` known beforehand, all that is not settled counts as not attempted from the start. */
export function createTally(totals: IntakeTotals | undefined): Tally {
  const met = { read: 0, malformed: 0, duplicate: 0 };
  const settled = { accepted: 0, rejected: 0, unknown: 0 };
  const codes = new Map<string, number>();
  /** How many targets earlier sessions have read at least; until they are read again, they count all the same. */
  let known = 0;
  let settledBefore = 0;
  const settledSoFar = (): number => settled.accepted + settled.rejected + settled.unknown;

  function readSoFar(): IntakeTotals {
    const { read, malformed, duplicate } = met;
    const passedOver = malformed + duplicate;
    return { read: passedOver + Math.max(known, read - passedOver), malformed, duplicate };
  }

  return {
    resume(earlier) {
      known = earlier.covered.at(-1)?.[1] ?? 0;
      Object.assign(settled, earlier.settled);
      settledBefore = settledSoFar();
      for (const [code, targets] of Object.entries(earlier.codes)) codes.set(code, targets);
    },
    met({ read, malformed, duplicate }) {
      met.read += read;
      met.malformed += malformed;
      met.duplicate += duplicate;
    },
    settle(outcome, targets, code) {
      // What is not attempted is what is left over: so the sum holds by construction
      if (outcome === 'not-attempted') return;
      settled[outcome] += targets;
      if (code !== undefined) codes.set(code, (codes.get(code) ?? 0) + targets);
    },
    counts() {
      const { read, malformed, duplicate } = totals ?? readSoFar();
      const { accepted, rejected, unknown } = settled;
      const notAttempted = read - malformed - duplicate - accepted - rejected - unknown;
      return { read, malformed, duplicate, accepted, rejected, unknown, notAttempted };
    },
    codes: () => Object.fromEntries(codes),
    sinceBegun: () => settledSoFar() - settledBefore,
  };
}
