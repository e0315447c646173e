import type { Verdict } from '@unpush/core';
import type { RecallSummary } from '../summary/summary.ts';
import type { Placed } from '../engine/batches/placed.ts';

/** A batch as the ledger knows it. */
export interface LedgerBatch {
  /** Counted from 1 within the recall. */
  readonly id: number;
  /** The batch it was divided from. */
  readonly parent?: number;
  readonly placed: Placed;
}

/**
 * The port for the durable record of a recall. The engine waits for each call before it goes on: a request
 * leaves only after `sending` has resolved, and the next step is taken only after `verdict` has.
 */
export interface Ledger {
  /** A request with this batch is about to leave. */
  sending(batch: LedgerBatch, attempt: number): Promise<void>;
  /** What came of it. */
  verdict(batch: LedgerBatch, verdict: Verdict): Promise<void>;
  /** The recall has ended, one way or another. */
  close(summary: RecallSummary): Promise<void>;
}

/** Keeps nothing. */
export const noLedger: Ledger = {
  sending: () => Promise.resolve(),
  verdict: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
