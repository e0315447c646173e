import { hasCode, UnpushError, type UnpushErrorOptions } from '@unpush/core';

/**
 * What keeps a ledger from its work.
 *
 * - `under-way` another owner works on the recall at this moment
 * - `exists` an unfinished recall takes back the same notification
 * - `not-found` there is no such recall, or the id is none
 * - `forgotten` the recall's targets were deleted, so it cannot go on
 * - `no-room` the disk is full
 * - `read-only` the place cannot be written to
 * - `damaged` what lies there is no ledger, or is no longer whole
 * - `too-new` a newer version made it
 * - `unreachable` it cannot be opened, read or written for any other reason
 */
export type LedgerProblem =
  | 'under-way'
  | 'exists'
  | 'not-found'
  | 'forgotten'
  | 'no-room'
  | 'read-only'
  | 'damaged'
  | 'too-new'
  | 'unreachable';

/** What a {@link LedgerError} holds. */
export interface LedgerErrorFacts extends UnpushErrorOptions {
  readonly problem: LedgerProblem;
  /** Where the ledger lies. */
  readonly folder?: string;
  /** The recall it is about; of `exists`, the one that is in the way. */
  readonly recallId?: string;
}

/** The durable record of a recall cannot be kept or read. What it holds already stays as it is. */
export class LedgerError extends UnpushError {
  override readonly name = 'LedgerError';
  readonly code = 'LEDGER';
  readonly problem: LedgerProblem;
  readonly folder: string | undefined;
  readonly recallId: string | undefined;

  constructor(message: string, facts: LedgerErrorFacts) {
    super(message, facts);
    this.problem = facts.problem;
    this.folder = facts.folder;
    this.recallId = facts.recallId;
  }

  static override isInstance(error: unknown): error is LedgerError {
    return hasCode(error, 'LEDGER');
  }
}
