import type { Family } from './family.ts';
import type { Placed } from './placed.ts';

/** A batch on its way to a final verdict. */
export interface Work {
  readonly placed: Placed;
  readonly family: Family;
  /** Names it in the ledger. */
  readonly id: number;
  /** The batch it is taken out of. */
  readonly parent: number | undefined;
  /** Whether it is a part of targets that were refused together. */
  readonly isPartOfBad: boolean;
  /** How many requests have left with it. */
  attempts: number;
  /** Whether an exchange with these targets got no usable answer. Once true it stays so. */
  mayHaveBeenReceived: boolean;
  /** Whether that was so before its first request. */
  readonly mightHaveBeen: boolean;
}

/**
 * The batch in the ledger that what is left of it goes back to. None where it stays in its own: a batch has one word
 * for whether its targets may have been received, and that must not come to hold for others.
 */
export const returnsTo = ({ parent, mayHaveBeenReceived, mightHaveBeen }: Work): number | undefined =>
  mayHaveBeenReceived === mightHaveBeen ? parent : undefined;
