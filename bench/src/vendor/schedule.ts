import type { QuotaStep } from './vendor-settings.ts';

/** Sets each quota at its time from now. The timers keep no process alive. */
export function startSchedule(
  steps: readonly QuotaStep[],
  setQuota: (devicesPerSecond: number) => void,
): void {
  for (const { afterSeconds, devicesPerSecond } of steps) {
    setTimeout(() => setQuota(devicesPerSecond), afterSeconds * 1000).unref();
  }
}
