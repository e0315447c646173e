import { maskSecrets, type Verdict } from '@unpush/core';
import type { StopCause, StoppedBy, TargetCounts } from '../summary/summary.ts';

/** Causes that may be gone by themselves later. */
export const PAUSING: ReadonlySet<StopCause> = new Set<StopCause>(['throttled', 'wholly-refused']);

/** What ended a recall early, for people and for the record. */
export function describeStop(cause: StopCause, verdict?: Verdict): StoppedBy {
  if (verdict === undefined) return { cause };
  const { code, httpStatus, message, requestId, clockSkewMs, failure } = verdict;
  return {
    cause,
    ...(code !== undefined && { code }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(message !== undefined && { message: maskSecrets(message) }),
    ...(requestId !== undefined && { requestId }),
    ...(clockSkewMs !== undefined && { clockSkewMs }),
    ...(failure !== undefined && { failure }),
  };
}

/** What a recall has come to. */
export interface Sums {
  readonly recallId: string;
  readonly counts: TargetCounts;
  readonly finished: boolean;
  /** Whether a batch was given up. */
  readonly cutShort: boolean;
}

/** A count below zero means that targets were settled twice: a bug, and no summary to be trusted. */
export function checkSums({ recallId, counts, finished, cutShort }: Sums): void {
  const { notAttempted } = counts;
  if (finished ? notAttempted === 0 && !cutShort : notAttempted >= 0) return;
  throw new Error(
    `The sums of recall ${recallId} do not agree: ${notAttempted} of ${counts.read} targets are left over. ` +
      'If the list did not change while it was read, please report this.',
  );
}
