import { formatCount, formatDuration } from '../terminal/numbers.ts';
import type { Noun } from '../vendors/words/recall-words.ts';

/** How long a recall takes at its quota. */
export interface Estimate {
  readonly estimatedMs: number;
  /** Targets per second. */
  readonly quota: number;
  readonly batchSize: number;
}

/** The time at the quota. Where each target is a request of its own, the vendor is hardly ever as fast as that. */
export function describeEstimate({ estimatedMs, quota, batchSize }: Estimate, { many }: Noun): string {
  const time = `${formatDuration(estimatedMs)} at ${formatCount(quota)} ${many}/s`;
  return batchSize === 1 ? `at least ${time}, if the vendor keeps up` : `about ${time}`;
}
