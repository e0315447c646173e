import { DEFAULT_CANARY, DEFAULT_CONCURRENCY } from '../settings/defaults.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import type { Pace } from './session.ts';

/** The pace that the settings ask for, within the vendor's limit for a request. */
export function paceOf(settings: Settings, vendorLimit: number): Pace {
  const { quota, concurrency, canary } = settings;
  return {
    ...(quota !== undefined && { quota: quota.value }),
    concurrency: concurrency?.value ?? DEFAULT_CONCURRENCY,
    batchSize: batchSizeOf(settings, vendorLimit),
    canary: canary?.value ?? DEFAULT_CANARY,
  };
}

/** A request with more targets than a second of the quota could never pass the vendor's flow control. */
function batchSizeOf({ batchSize, quota }: Settings, vendorLimit: number): number {
  const asked = Math.min(batchSize?.value ?? vendorLimit, vendorLimit);
  return quota === undefined ? asked : Math.min(asked, Math.max(1, Math.floor(quota.value)));
}
