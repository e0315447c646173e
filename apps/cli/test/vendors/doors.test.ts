import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, SETTINGS, VENDOR_NAMES } from '../../src/settings/words.ts';
import { DEFAULT_VENDOR } from '../../src/settings/defaults.ts';
import { DOORS } from '../../src/vendors/doors.ts';

const names = Object.keys(DOORS);

describe('the table of vendors', () => {
  it('has those that --vendor takes, and the one that is meant where nothing is said', () => {
    expect(names).toEqual(VENDOR_NAMES);
    expect(names).toContain(DEFAULT_VENDOR);
  });

  it.each(VENDOR_NAMES)('opens the door of %s under its own name', async (vendor) => {
    const door = await DOORS[vendor].load();
    expect(door.vendor).toBe(vendor);
    expect(door.words.catalog).toBe(vendor);
  });

  it('knows a vendor by each flag that is not for all', () => {
    const settings = FIELD_NAMES.flatMap((name) =>
      SETTINGS[name].of === undefined ? [] : [SETTINGS[name].flag],
    );
    const flags = VENDOR_NAMES.flatMap((vendor) => DOORS[vendor].selectorFlags.map(({ flag }) => flag));
    const all = [...settings, ...flags];
    expect(new Set(all).size).toBe(all.length);
  });
});
