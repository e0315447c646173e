import { InvalidRequestError, show, type RequestProblem } from '@unpush/core';
import type { RecallOptions } from './options.ts';

type NumberOption =
  | 'concurrency'
  | 'batchSize'
  | 'canary'
  | 'maxAttempts'
  | 'retryBaseMs'
  | 'retryForMs'
  | 'giveUpAfterMs'
  | 'graceMs';

/** The least each may be; counts are whole numbers as well. */
const LEAST: readonly {
  readonly field: NumberOption;
  readonly least: number;
  readonly kind: 'count' | 'time';
}[] = [
  { field: 'concurrency', least: 1, kind: 'count' },
  { field: 'batchSize', least: 1, kind: 'count' },
  { field: 'canary', least: 0, kind: 'count' },
  { field: 'maxAttempts', least: 1, kind: 'count' },
  { field: 'retryBaseMs', least: 0, kind: 'time' },
  { field: 'retryForMs', least: 0, kind: 'time' },
  { field: 'giveUpAfterMs', least: 0, kind: 'time' },
  { field: 'graceMs', least: 0, kind: 'time' },
];

/**
 * Checks the numbers of a recall before anything is read or sent.
 *
 * @throws InvalidRequestError naming each that makes no sense.
 */
export function checkOptions<S>(options: RecallOptions<S>): void {
  const problems: RequestProblem[] = [];
  for (const { field, least, kind } of LEAST) {
    const value = options[field];
    if (value === undefined) continue;
    const whole = kind === 'count' ? 'a whole number' : 'a number';
    if (!(value >= least) || (kind === 'count' && !Number.isInteger(value))) {
      problems.push({ field, problem: `must be ${whole}, ${least} or more; got ${show(value)}` });
    }
  }
  if (problems.length > 0) throw new InvalidRequestError(problems);
}
