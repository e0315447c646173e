import type { Outcome } from '@unpush/core';
import type { Spans } from '../../spans/spans.ts';
import type { RecallState, RequestCounts, StoppedBy } from '../../summary/summary.ts';

/** An outcome that is kept; what is not attempted is what is left over. */
export type FinalOutcome = Exclude<Outcome, 'not-attempted'>;

/** What of a recall changes with every step, and has one value. Times are wall clock, in milliseconds. */
export interface Standing {
  /** One more than the highest number that a batch had. */
  readonly nextBatch: number;
  readonly settled: Readonly<Record<FinalOutcome, number>>;
  readonly requests: RequestCounts;
  /** As the last session left it; `running` from its begin to its end. */
  readonly state: RecallState;
  readonly startedAt?: number;
  /** When the last session began. */
  readonly sessionAt?: number;
  /** When a request last left. */
  readonly activeAt?: number;
  /** How long the sessions took that have ended. */
  readonly elapsedMs: number;
  readonly finishedAt?: number;
  readonly stoppedBy?: StoppedBy;
}

/** An open batch, and whether a request of its is on its way. */
export interface OpenRow {
  readonly batch: number;
  /** The batch that it was taken out of, which may have closed since. */
  readonly parent?: number;
  readonly spans: Spans;
  /** The attempt that was made last; 0 before the first. */
  readonly attempts: number;
  readonly mayHaveBeenReceived: boolean;
  /** What the last answer was that left its targets open: the vendor's code, `HTTP 502`, or the failure. */
  readonly lastCode?: string;
  /** The vendor's words with it, with secrets and whole tokens masked. */
  readonly lastReason?: string;
  /** The request that was written ahead and has no verdict yet. */
  readonly underWay?: { readonly repeats: boolean };
}

/** Targets side by side that have the same outcome. */
export interface OutcomeRow {
  readonly start: number;
  readonly end: number;
  readonly outcome: FinalOutcome;
  /** The batch that carried them when it was decided. */
  readonly batch: number;
  readonly code?: string;
  readonly reason?: string;
  readonly requestId?: string;
}

/** How every recall begins. */
export const NEW_STANDING: Standing = {
  nextBatch: 1,
  settled: { accepted: 0, rejected: 0, unknown: 0 },
  requests: { sent: 0, retried: 0, throttled: 0 },
  state: 'running',
  elapsedMs: 0,
};
