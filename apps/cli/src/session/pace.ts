import { DEFAULT_CANARY, DEFAULT_CONCURRENCY } from '../settings/defaults.ts';
import { SettingsError } from '../errors/settings-error.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import { DOORS } from '../vendors/doors.ts';
import type { VendorDoor } from '../vendors/vendor-door.ts';
import type { Pace } from './session.ts';

/** Whose limit for a request holds. */
type Limited = Pick<VendorDoor, 'vendor' | 'batchSize'>;

/** The pace that the settings ask for, within the vendor's limit for a request. Throws {@link SettingsError}. */
export function paceOf(settings: Settings, door: Limited): Pace {
  refuseLargeBatch(settings, door);
  const { quota, concurrency, canary } = settings;
  return {
    ...(quota !== undefined && { quota: quota.value }),
    concurrency: concurrency?.value ?? DEFAULT_CONCURRENCY,
    batchSize: batchSizeOf(settings, door.batchSize),
    canary: canary?.value ?? DEFAULT_CANARY,
  };
}

/** A request with more targets than a second of the quota could never pass the vendor's flow control. */
function batchSizeOf({ batchSize, quota }: Settings, vendorLimit: number): number {
  const asked = Math.min(batchSize?.value ?? vendorLimit, vendorLimit);
  return quota === undefined ? asked : Math.min(asked, Math.max(1, Math.floor(quota.value)));
}

/** A profile or a variable may well be for several vendors, and is brought down to the limit; a flag is meant. */
function refuseLargeBatch({ batchSize }: Settings, { vendor, batchSize: most }: Limited): void {
  if (batchSize?.from !== 'flag' || batchSize.value <= most) return;
  throw new SettingsError(
    `${batchSize.place} is ${batchSize.value}, but ${DOORS[vendor].name} takes no more than ${most} in one request: nothing was sent; leave it out`,
  );
}
