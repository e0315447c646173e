import type { NoAnswerError } from '@unpush/core';
import { MAX_ANSWER_BYTES } from './http-sender.ts';
import { ended, type Ending } from './ended.ts';

/** The error for an answer that is longer than any of the vendors': nothing of it is kept. */
export function tooLong(host: string): NoAnswerError {
  return ended({
    failure: 'unreadable',
    problem: `The answer of ${host} is longer than ${MAX_ANSWER_BYTES} bytes and was not read. Check that the endpoint is the right one.`,
    host,
    phase: 'answering',
  });
}

/** Where and after how long a wait was over. */
export interface Late extends Ending {
  readonly afterMs: number;
}

/** The error for an answer that did not arrive whole in time. */
export function tooLate({ host, phase, afterMs }: Late): NoAnswerError {
  return ended({
    failure: 'timeout',
    problem: `${host} sent no whole answer within ${afterMs} ms. Try again later.`,
    host,
    phase,
  });
}

/** Where and why the caller gave up. */
export interface Aborted extends Ending {
  /** The signal's reason. */
  readonly cause: unknown;
}

/** The error for an exchange that the caller gave up. */
export function aborted({ host, phase, cause }: Aborted): NoAnswerError {
  return ended({
    failure: 'aborted',
    problem: `The request to ${host} was given up by the caller before the answer came.`,
    host,
    phase,
    cause,
  });
}
