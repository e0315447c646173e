import type { Clock, Outcome, Random, Revoker } from '@unpush/core';
import type { Malformed, TargetSource } from '../intake/target-source.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Pacer } from '../pace/pacer.ts';
import type { AuditNote } from '../summary/audit-note.ts';
import type { RecallSummary, StoppedBy } from '../summary/summary.ts';
import type { Placed } from './batches/placed.ts';

/** Targets that have come to their end, together. */
export interface Settled {
  readonly outcome: Outcome;
  readonly placed: Placed;
  /** The vendor's code; `HTTP 502` or the failure where there was none. */
  readonly code?: string;
  /** The vendor's words, with secrets and whole tokens masked. */
  readonly reason?: string;
  readonly requestId?: string;
}

/**
 * Where a recall tells, target by target, what became of them. The engine waits for each call before it goes on
 * with the batch, but calls for different batches overlap. What it throws ends the recall.
 */
export interface OutcomeSink {
  settled(settled: Settled): Promise<void> | void;
  /** What was passed over while reading. */
  malformed?(malformed: readonly Malformed[]): Promise<void> | void;
}

/** Something worth a line in a log. */
export type RecallEvent =
  | { readonly type: 'canary-passed'; readonly accepted: number }
  | { readonly type: 'renewed' }
  /** The vendor was there before and cannot be reached now; waiting, for so long at the most. */
  | { readonly type: 'unreachable'; readonly giveUpAfterMs: number }
  | { readonly type: 'shrunk'; readonly batchSize: number }
  | { readonly type: 'stopping'; readonly stoppedBy: StoppedBy }
  | { readonly type: 'listing-rest' };

/** A whole recall. */
export interface RecallOptions<S> {
  /** Names it, in the report and to people. */
  readonly recallId: string;
  readonly selector: S;
  readonly revoker: Revoker<S>;
  readonly source: TargetSource;
  /** Where outcomes go. With one, targets that were never tried are listed too. */
  readonly sink?: OutcomeSink;
  /** Where the recall is written down, so that it can be resumed. Default: nowhere. */
  readonly ledger?: Ledger;
  /** Whether targets that an earlier session left as `unknown` are tried again. Default false. */
  readonly retryUnknown?: boolean;
  /** Who has asked for this session, and why: it goes into the evidence. */
  readonly askedBy?: AuditNote;
  /** Share one among all recalls of an app. Default: one of its own, which finds the vendor's speed. */
  readonly pacer?: Pacer;
  /** The most requests that may be under way at once, 1 or more; the pacer may allow fewer. Default 128. */
  readonly concurrency?: number;
  /** The most targets in a request; never more than the vendor's limit, which is the default. */
  readonly batchSize?: number;
  /** How many targets are tried alone, before the rest. Default 10; 0 tries none. */
  readonly canary?: number;
  /** The most attempts for a batch that meets faults of the vendor or the network. Default 4. */
  readonly maxAttempts?: number;
  /** The longest wait before the first repeat, in milliseconds; it doubles with each. Default 500. */
  readonly retryBaseMs?: number;
  /** For how long faults of the vendor or the network are met with repeats, in milliseconds. Default 2 min. */
  readonly retryForMs?: number;
  /** Without progress for so long, under flow control or with the vendor out of reach, it ends. Default 30 min. */
  readonly giveUpAfterMs?: number;
  /** Go on though batch after batch is wholly refused. Default false. */
  readonly keepGoing?: boolean;
  /** How long requests under way may finish once the recall is to stop, in milliseconds. Default 700. */
  readonly graceMs?: number;
  /** Stops the recall between batches. */
  readonly signal?: AbortSignal;
  /** What it throws ends the recall, and `done` rejects with it. */
  readonly observe?: (event: RecallEvent) => void;
  readonly clock?: Clock;
  readonly random?: Random;
}

/** A recall under way. */
export interface Recall {
  /**
   * Resolves when it has ended, early or not. Rejects only for an error of the program or its surroundings,
   * after all outcomes so far have been handed on.
   */
  readonly done: Promise<RecallSummary>;
  /** How it stands now. The sum rule holds here as well. */
  readonly snapshot: () => RecallSummary;
  /** How long it will take from now on, in milliseconds, as far as can be told; `undefined` where it cannot. */
  readonly remainingMs: () => number | undefined;
  /**
   * Ends it early: no further request leaves, those under way get a short grace. The summary says `finished` all
   * the same if nothing was left. Does nothing once the recall has ended. A source that is waited for is waited for
   * still, and where its totals are not known it is read to its end, to be counted. Who has asked for it, and why,
   * goes into summary and evidence.
   */
  readonly stop: (askedBy?: AuditNote) => void;
}
