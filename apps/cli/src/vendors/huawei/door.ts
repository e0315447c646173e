import { HUAWEI_LIMITS } from '@unpush/core';
import type { VendorDoor } from '../vendor-door.ts';
import { describeApp, describeNotification, HUAWEI_WORDS } from './describe.ts';
import { parseSelector, readSelector } from './selector.ts';

/** The door to Huawei Push Kit. */
export const HUAWEI_DOOR: VendorDoor = {
  vendor: 'huawei',
  batchSize: HUAWEI_LIMITS.tokensPerRequest,
  words: HUAWEI_WORDS,
  readNotification: (flags) => ({ selector: { ...readSelector(flags) }, notes: [] }),
  parseSelector: (kept) => ({ ...parseSelector(kept) }),
  // Huawei's pages know no age that a revoke does not reach
  notesOnAge: () => [],
  notesOnResume: () => [],
  describeNotification,
  describeApp,
  connection: async () => (await import('./connection/connection.ts')).HUAWEI_CONNECTION,
  doctor: async () => (await import('./doctor/doctor.ts')).HUAWEI_DOCTOR,
  init: async () => (await import('./init/init.ts')).HUAWEI_INIT,
  emulator: async () => (await import('./emulate/emulator.ts')).HUAWEI_EMULATOR,
};
