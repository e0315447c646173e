import type { Outcome } from '@unpush/core';
import type { IntakeTotals } from '../intake/target-source.ts';
import type { TargetCounts } from './summary.ts';

/** Counts what becomes of the targets, so that the sum rule holds at every moment. */
export interface Tally {
  /** Input was read. */
  met(chunk: IntakeTotals): void;
  /** Targets have come to their end. */
  settle(outcome: Outcome, targets: number, code?: string): void;
  counts(): TargetCounts;
  codes(): Readonly<Record<string, number>>;
}

/** With `totals` known beforehand, all that is not settled counts as not attempted from the start. */
export function createTally(totals: IntakeTotals | undefined): Tally {
  const met = { read: 0, malformed: 0, duplicate: 0 };
  const settled = { accepted: 0, rejected: 0, unknown: 0 };
  const codes = new Map<string, number>();
  return {
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
      const { read, malformed, duplicate } = totals ?? met;
      const { accepted, rejected, unknown } = settled;
      const notAttempted = read - malformed - duplicate - accepted - rejected - unknown;
      return { read, malformed, duplicate, accepted, rejected, unknown, notAttempted };
    },
    codes: () => Object.fromEntries(codes),
  };
}
