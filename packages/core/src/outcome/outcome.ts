/**
 * What became of a target, finally.
 *
 * - `accepted` the request that carried it was accepted, and it was not named as refused. It does not say that
 *   the notification left the screen: vendors give no such answer.
 * - `rejected` the vendor refused this target, with a code and a reason
 * - `unknown` sent, and no usable answer came
 * - `not-attempted` no final verdict: never sent, or refused for a reason that is not the target's
 */
export type Outcome = 'accepted' | 'rejected' | 'unknown' | 'not-attempted';

/** All outcomes, in the order reports name them. */
export const OUTCOMES = [
  'accepted',
  'rejected',
  'unknown',
  'not-attempted',
] as const satisfies readonly Outcome[];
