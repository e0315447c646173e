import type { Clock } from '@unpush/core';

/** How much the vendor takes, counted in targets. */
export interface QuotaOptions {
  readonly targetsPerSecond: number;
  /** How much may come at once. Default: a second's worth. */
  readonly burst?: number;
  /** What a refusal tells the caller to wait. */
  readonly retryAfterMs?: number;
}

/** A bucket that fills evenly. Returns whether so many targets may pass now. */
export function bucket(
  { targetsPerSecond, burst = targetsPerSecond }: QuotaOptions,
  clock: Clock,
): (targets: number) => boolean {
  let level = burst;
  let at = clock.monotonic();
  return (targets) => {
    const now = clock.monotonic();
    level = Math.min(burst, level + ((now - at) / 1000) * targetsPerSecond);
    at = now;
    if (targets > level) return false;
    level -= targets;
    return true;
  };
}
