import { NONE_REJECTED, type Failure, type Verdict } from '@unpush/core';

/** What no vendor said. */
interface Without {
  readonly failure: Failure;
  readonly received: boolean;
  readonly message: string;
}

const without = ({ failure, received, message }: Without): Verdict => ({
  advice: 'retry',
  about: 'vendor-fault',
  message,
  rejected: NONE_REJECTED,
  mayHaveBeenReceived: received,
  failure,
});

/** The process that had the request is gone, or its answer is: nobody knows whether it was made. */
export const lostRequest = (message: string): Verdict =>
  without({ failure: 'reset', received: true, message });

/** No process could make the request: nothing has left. */
export const unsentRequest = (message: string): Verdict =>
  without({ failure: 'refused', received: false, message });

/** The recall has stopped while it waited for the answer; nothing has left where it is `unsent`. */
export const abortedRequest = ({ unsent }: { readonly unsent: boolean }): Verdict =>
  without({
    failure: 'aborted',
    received: !unsent,
    message: unsent
      ? 'the recall stopped before a process took up the request'
      : 'the recall stopped while the request was under way',
  });

/**
 * What an answer is worth where Redis was lost meanwhile: the job may have been handed out a second time, and a target
 * may be refused by the second request only because the first one has taken the notification back.
 */
export function doubted(verdict: Verdict): Verdict {
  if (verdict.advice !== 'done') return { ...verdict, mayHaveBeenReceived: true };
  const { rejected } = verdict;
  if (!('wholeBatch' in rejected) && rejected.size === 0) return verdict;
  return lostRequest('Redis was lost while the request was under way, so its refusals prove nothing');
}
