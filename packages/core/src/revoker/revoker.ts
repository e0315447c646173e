import type { Batch } from '../batch/batch.ts';
import type { CredentialId, Verdict } from './verdict.ts';

/** Options of one exchange. */
export interface AttemptOptions {
  /** Ends the exchange early; the verdict then says `failure: 'aborted'`. */
  readonly signal?: AbortSignal;
  /** Where the batch stands in its recall. Whoever sends it elsewhere can hand that on, and no target. */
  readonly placed?: PlacedBatch;
}

/** A batch by its place in a recall. */
export interface PlacedBatch {
  /** Names it in the ledger. */
  readonly batch: number;
  /** Counted from 1 over the life of the batch. */
  readonly attempt: number;
  /** Its targets in their order: from a position in the input up to, not including, another. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/**
 * The port between "says it" and "keeps at it": one vendor, one app, one exchange at a time.
 *
 * @typeParam S - the vendor's selector: which notification to take back.
 */
export interface Revoker<S> {
  /** The most targets the vendor takes in one request. */
  readonly batchSize: number;
  /**
   * Exactly one exchange with the vendor.
   *
   * Never throws for an answer or for the want of one: both are verdicts. It throws for a selector or batch
   * that may not be sent ({@link InvalidRequestError}) and for a credential that cannot be made
   * ({@link CredentialError}).
   */
  attempt(selector: S, batch: Batch, options?: AttemptOptions): Promise<Verdict>;
  /** Replaces the credential `refused`; does nothing if a newer one is already in use. */
  renewCredential(refused: CredentialId): Promise<void>;
}
