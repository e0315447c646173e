import type { Vendor } from '@unpush/core';
import { VENDOR_NAMES } from '../../settings/words.ts';
import { DOORS } from '../../vendors/doors.ts';

/** The vendors that want a token with a request. */
export const vendorsWithTokens = (): readonly Vendor[] =>
  VENDOR_NAMES.filter((vendor) => 'load' in DOORS[vendor].token);
