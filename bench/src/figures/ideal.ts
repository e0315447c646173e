/** What is allowed a second, from a moment on. */
export interface Allowance {
  readonly afterSeconds: number;
  readonly devicesPerSecond: number;
}

/**
 * How long somebody would need who knew the quota at every moment and spent all of it: what an idle second saved
 * up (token bucket) or the window that has just begun (fixed window) goes at once, the rest as it is earned.
 *
 * @param quota - in the order of time, the first at 0.
 * @returns seconds from the first request to the last.
 */
export function idealSeconds(targets: number, quota: readonly Allowance[]): number {
  let left = targets - (quota[0]?.devicesPerSecond ?? Infinity);
  for (const [index, { afterSeconds, devicesPerSecond }] of quota.entries()) {
    const until = quota[index + 1]?.afterSeconds ?? Infinity;
    const needed = Math.max(0, left) / devicesPerSecond;
    if (afterSeconds + needed <= until) return afterSeconds + needed;
    left -= (until - afterSeconds) * devicesPerSecond;
  }
  return 0;
}
