import type { Verdict } from '@unpush/core';
import type { Work } from '../batches/work.ts';
import type { Run } from '../run.ts';
import type { Sent } from '../sent.ts';

/** Takes note of what a verdict says of flow control. True where it will never let so many through at once. */
export function noteFlow<S>(run: Run<S>, { placed }: Work, { verdict, wasAlone }: Sent): boolean {
  const { progress, clock, size } = run;
  const { count } = placed.batch;
  if (verdict.mayHaveBeenReceived || verdict.failure === undefined) progress.unreachableSince = undefined;
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
