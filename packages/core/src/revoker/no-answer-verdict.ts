import type { NoAnswerError } from '../errors/no-answer-error.ts';
import type { About, Advice } from './advice.ts';
import { NONE_REJECTED, type Failure, type Verdict } from './verdict.ts';

/** What the want of an answer means. */
export function verdictOfNoAnswer(error: NoAnswerError): Verdict {
  return {
    ...meaning(error.failure),
    message: error.message,
    rejected: NONE_REJECTED,
    mayHaveBeenReceived: error.mayHaveBeenReceived,
    failure: error.failure,
  };
}

function meaning(failure: Failure): { advice: Advice; about: About } {
  // A stranger's certificate does not get better by asking again, and asking again shows our JWT to a stranger
  if (failure === 'tls') return { advice: 'stop', about: 'unknown' };
  return { advice: 'retry', about: 'vendor-fault' };
}
