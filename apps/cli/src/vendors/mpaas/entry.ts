import type { VendorEntry } from '../vendor-entry.ts';

/** mPaaS, as each start of the program knows it. */
export const MPAAS: VendorEntry = {
  name: 'mPaaS',
  label: 'Alibaba Cloud mPaaS',
  selectorFlags: [],
  emulatorFlags: [],
  token: { none: 'each request to it is signed by itself' },
};
