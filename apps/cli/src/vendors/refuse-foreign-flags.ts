import type { Vendor } from '@unpush/core';
import { SettingsError } from '../errors/settings-error.ts';
import type { Flags } from '../flags/read-flags.ts';
import { FIELD_NAMES, SETTINGS, VENDOR_NAMES } from '../settings/words.ts';
import { DOORS } from './doors.ts';

/** Which vendor is meant, why, and what to do about a flag of another one. */
export interface MeantVendor {
  readonly meant: Vendor;
  /** The end of a sentence. */
  readonly why: string;
  /** The same; it is given the flag's vendor. */
  readonly remedy: (vendor: Vendor) => string;
}

/**
 * A flag of another vendor than the one that is meant was typed for a reason. Variables and profiles may well speak
 * of several vendors, and are passed over. Throws {@link SettingsError}.
 */
export function refuseForeignFlags(flags: Flags, { meant, why, remedy }: MeantVendor): void {
  const foreign = vendorFlags().find((flag) => flag.vendor !== meant && flags[flag.name] !== undefined);
  if (foreign === undefined) return;
  const own = foreign.isName === true ? `; at ${DOORS[meant].name} use ${namesAt(meant)}` : '';
  throw new SettingsError(
    `${foreign.flag} is a flag of ${DOORS[foreign.vendor].name}, but ${why}: ${remedy(foreign.vendor)}${own}`,
  );
}

/** What names a notification there. */
const namesAt = (vendor: Vendor): string =>
  DOORS[vendor].selectorFlags.flatMap(({ isName, flag }) => (isName === true ? [flag] : [])).join(' or ');

interface VendorFlag {
  readonly vendor: Vendor;
  /** As commander hands it on. */
  readonly name: string;
  readonly flag: string;
  /** Whether it is what names a notification. */
  readonly isName?: true;
}

const vendorFlags = (): readonly VendorFlag[] => [
  ...FIELD_NAMES.flatMap((name) => {
    const { of, flag } = SETTINGS[name];
    return of === undefined ? [] : [{ vendor: of.vendor, name, flag }];
  }),
  ...VENDOR_NAMES.flatMap((vendor) => DOORS[vendor].selectorFlags.map((words) => ({ ...words, vendor }))),
];
