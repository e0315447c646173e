import type { RecallSummary, StopCause, StoppedBy } from '@unpush/recall';
import type { Failure } from '@unpush/core';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { exitCodeOf } from '../../session/summary/exit-code.ts';
import type { RecallWords } from '../../vendors/words/recall-words.ts';
import { wordsOf } from '../../vendors/words/words-of.ts';
import type { RecallAnswer } from '../client/api.ts';

/** What is known of a recall at a gateway, as the summary of one on this machine has it. */
export function summaryOf(answer: RecallAnswer): RecallSummary {
  const { recallId, targets, requests, codes, evidenceHead, finishedAt, elapsedMs } = answer;
  return {
    recallId,
    state: stateOf(answer),
    targets,
    requests,
    codes,
    // Why it ended last is over where it goes on
    ...(answer.stoppedBy !== undefined && hasEnded(answer) && { stoppedBy: stoppedByOf(answer.stoppedBy) }),
    ...(evidenceHead !== undefined && { evidenceHead }),
    startedAt: answer.startedAt ?? answer.createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
    elapsedMs,
  };
}

/** Whether nothing more happens to it by itself. */
export const hasEnded = ({ state }: RecallAnswer): boolean =>
  state === 'finished' || state === 'stopped' || state === 'paused';

/** What is wanted and not yet begun goes on by itself, as one does that runs. */
const stateOf = ({ state }: RecallAnswer): RecallSummary['state'] =>
  state === 'uploading' || state === 'waiting' ? 'running' : state;

/** What a command that does not wait ends with: one that goes on has nothing to tell yet. */
export const exitCodeSoFar = (answer: RecallAnswer): ExitCode =>
  hasEnded(answer) ? exitCodeOf(summaryOf(answer)) : EXIT.ok;

const CAUSES = {
  refused: true,
  credential: true,
  'nothing-accepted': true,
  'wholly-refused': true,
  'no-answer': true,
  unreachable: true,
  'not-the-vendor': true,
  throttled: true,
  interrupt: true,
  error: true,
} as const satisfies Readonly<Record<StopCause, true>>;

const isCause = (cause: string): cause is StopCause => Object.hasOwn(CAUSES, cause);

function stoppedByOf(given: NonNullable<RecallAnswer['stoppedBy']>): StoppedBy {
  const { cause, failure, ...rest } = given;
  return {
    ...rest,
    // A newer gateway may know more causes
    cause: isCause(cause) ? cause : 'error',
    // Only compared with the one that we know
    ...(failure !== undefined && { failure: failure as Failure }),
  };
}

/** How everything about it is called. */
export const wordsOfAnswer = ({ vendor, vendorApp, selector }: RecallAnswer): Promise<RecallWords> =>
  wordsOf({ vendor, app: vendorApp, selector });
