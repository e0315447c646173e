import type { Vendor } from '@unpush/core';
import { SettingsError } from '../errors/settings-error.ts';
import type { Flags } from '../flags/read-flags.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import { DEFAULT_VENDOR } from '../settings/defaults.ts';
import { DOORS } from './doors.ts';
import { refuseForeignFlags } from './refuse-foreign-flags.ts';
import type { VendorDoor } from './vendor-door.ts';

/** Whom the settings mean. */
export const vendorOf = ({ vendor }: Pick<Settings, 'vendor'>): Vendor => vendor?.value ?? DEFAULT_VENDOR;

/**
 * Opens the door to the vendor that the settings mean. Throws {@link SettingsError} for flags that only another vendor
 * has.
 */
export async function openDoor(settings: Pick<Settings, 'vendor'>, flags: Flags): Promise<VendorDoor> {
  const vendor = vendorOf(settings);
  refuseForeignFlags(flags, {
    meant: vendor,
    why:
      settings.vendor === undefined
        ? `the vendor is ${DOORS[vendor].name} where nothing says otherwise`
        : `${settings.vendor.place} is "${vendor}"`,
    remedy: (other) => `nothing was sent; leave it out, or give --vendor ${other}`,
  });
  return DOORS[vendor].load();
}

/** The door to the vendor of a recall. Throws {@link SettingsError} where there is none. */
export async function doorOfRecall({
  recallId,
  vendor,
}: {
  readonly recallId: string;
  readonly vendor: string;
}): Promise<VendorDoor> {
  const door = await findDoor(vendor);
  if (door !== undefined) return door;
  throw new SettingsError(
    `recall ${recallId} is by the vendor "${vendor}", but this version revokes by ${vendorNames()} only: nothing was sent; go on with it by the version that began it`,
  );
}

/** The door to a vendor of this name, if there is one. */
export async function findDoor(vendor: string): Promise<VendorDoor | undefined> {
  const entry = Object.entries(DOORS).find(([name]) => name === vendor)?.[1];
  return entry?.load();
}

/** The vendors that can be spoken to, for a sentence. */
const vendorNames = (): string =>
  Object.values(DOORS)
    .map(({ name }) => name)
    .join(' and ');
