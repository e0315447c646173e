import type { Verdict } from '@unpush/core';
import type { Work } from '../batches/work.ts';
import type { Progress, Run } from '../run.ts';
import type { Sent } from '../sent.ts';

/** Takes note of what a verdict says of flow control. True where it will never let so many through at once. */
export function noteFlow<S>(run: Run<S>, { placed }: Work, { verdict, wasAlone }: Sent): boolean {
  const { progress, clock, size } = run;
  const { count } = placed.batch;
  if (isAnswer(verdict)) {
    progress.unreachableSince = undefined;
    progress.unansweredInARow = 0;
  }
  if (verdict.about !== 'quota') {
    if (verdict.httpStatus === undefined) return false;
    progress.throttledSince = undefined;
    size.passed(count);
    return false;
  }
  const { retryAfterMs = 0 } = verdict;
  run.requests.throttled += 1;
  const now = clock.monotonic();
  progress.throttledSince ??= now;
  // If the vendor asks for more time than there is, waiting for the refusal after that would help nobody
  if (now + retryAfterMs - progress.throttledSince >= run.giveUpAfterMs) run.stop('throttled', verdict);
  // Others have shown already that so many are too many, and it may not get to be alone again for long
  if (count > size.current) return true;
  return wasAlone && size.refusedAlone(count);
}

/** Whether the vendor itself said something to go by; its own faults do not count, nor what is said in its place. */
const isAnswer = ({ advice, about }: Verdict): boolean => advice !== 'retry' || about === 'quota';

/**
 * So many batches in a row without an answer are no fault of theirs: it is the vendor, or the way to it. Where nobody can
 * tell what has left, as on Workers, nothing else shows an outage.
 */
const OUTAGE_AFTER = 3;

export const isOutage = ({ unansweredInARow }: Progress): boolean => unansweredInARow >= OUTAGE_AFTER;

/** The breaker: nothing is used up while the vendor is away, but not for ever. */
export function noteUnreachable<S>(
  { progress, clock, giveUpAfterMs, observe, stop }: Run<S>,
  verdict: Verdict,
): void {
  const now = clock.monotonic();
  if (progress.unreachableSince === undefined) observe({ type: 'unreachable', giveUpAfterMs });
  progress.unreachableSince ??= now;
  if (now - progress.unreachableSince >= giveUpAfterMs) stop('unreachable', verdict);
}
