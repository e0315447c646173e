import type { NoAnswerError, Verdict } from '@unpush/core';

/** How an exchange ended. */
export interface Exchanged {
  readonly verdict: Verdict;
  /** Where no answer came: the error that says why. */
  readonly error?: NoAnswerError;
}
