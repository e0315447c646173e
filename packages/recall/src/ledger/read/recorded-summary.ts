import type { RecallState, RecallSummary } from '../../summary/summary.ts';
import { elapsedOf } from '../book/begin-change.ts';
import type { Standing } from '../book/standing.ts';
import type { RecallFacts } from '../../summary/facts.ts';

/** How a recall stands by its record; `interrupted` if its process is gone without having ended it. */
export type RecordedState = RecallState | 'interrupted';

/** What a recall has come to, by its record. */
export interface RecordedSummary extends Omit<RecallSummary, 'state'> {
  readonly state: RecordedState;
  /** The hash of the last line of the evidence. */
  readonly evidenceHead?: string;
}

/** What a summary is told from. */
export interface SummaryParts {
  readonly facts: RecallFacts;
  readonly standing: Standing;
  readonly codes: ReadonlyMap<string, number>;
  /** How many targets are in open batches that may have been received. */
  readonly inDoubt: number;
  /** Whether somebody works on it. */
  readonly owned: boolean;
  readonly evidenceHead?: string;
}

export function recordedSummary(parts: SummaryParts): RecordedSummary {
  const { facts, standing, codes, inDoubt, owned, evidenceHead } = parts;
  const { settled, requests, state, startedAt, finishedAt, stoppedBy } = standing;
  const { read, malformed, duplicate } = facts.input.totals;
  const { accepted, rejected } = settled;
  const unknown = settled.unknown + inDoubt;
  const notAttempted = read - malformed - duplicate - accepted - rejected - unknown;
  return {
    recallId: facts.recallId,
    state: state === 'running' && !owned ? 'interrupted' : state,
    targets: { read, malformed, duplicate, accepted, rejected, unknown, notAttempted },
    requests,
    codes: Object.fromEntries(codes),
    ...(stoppedBy !== undefined && { stoppedBy }),
    startedAt: new Date(startedAt ?? facts.createdAt).toISOString(),
    ...(finishedAt !== undefined && { finishedAt: new Date(finishedAt).toISOString() }),
    elapsedMs: elapsedOf(standing),
    ...(evidenceHead !== undefined && { evidenceHead }),
  };
}
