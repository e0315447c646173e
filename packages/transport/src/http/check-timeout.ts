import { InvalidRequestError, show } from '@unpush/core';

/** An hour. A timer set for more than 2^31 - 1 ms fires at once, and no answer takes even this long. */
const LONGEST_MS = 3_600_000;

/** Checks how long to wait, in milliseconds, and gives it back. Throws {@link InvalidRequestError} naming `field`. */
export function checkTimeout(field: string, ms: number): number {
  if (ms > 0 && ms <= LONGEST_MS) return ms;
  const problem = `must be more than 0 and at most ${LONGEST_MS} ms (an hour), but is ${show(ms)}`;
  throw new InvalidRequestError([{ field, problem }]);
}
