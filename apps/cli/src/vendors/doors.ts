import type { Vendor } from '@unpush/core';
import { HUAWEI } from './huawei/entry.ts';
import { MPAAS } from './mpaas/entry.ts';
import type { VendorEntry } from './vendor-entry.ts';

/** The vendors that the command line knows. Another one is a folder beside theirs, and a line here. */
export const DOORS: Readonly<Record<Vendor, VendorEntry>> = { huawei: HUAWEI, mpaas: MPAAS };
