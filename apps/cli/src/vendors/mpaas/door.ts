import { MPAAS_LIMITS } from '@unpush/core';
import { textFlags, type Flags } from '../../flags/read-flags.ts';
import type { AskedNotification, VendorDoor } from '../vendor-door.ts';
import { AGE_UNKNOWN, checkAge, notesOnAge, notesOnResume } from './age.ts';
import { describeApp, describeNotification, MPAAS_WORDS } from './describe.ts';
import { parseSelector, readSelector } from './selector.ts';
import { readSentAt } from './sent-at.ts';

/** The door to Alibaba Cloud mPaaS Message Push. */
export const MPAAS_DOOR: VendorDoor = {
  vendor: 'mpaas',
  batchSize: MPAAS_LIMITS.targetsPerRevoke,
  words: MPAAS_WORDS,
  readNotification,
  parseSelector: (kept) => ({ ...parseSelector(kept) }),
  notesOnAge,
  notesOnResume,
  describeNotification,
  describeApp,
  connection: async () => (await import('./connection/connection.ts')).MPAAS_CONNECTION,
  doctor: async () => (await import('./doctor/doctor.ts')).MPAAS_DOCTOR,
  init: async () => (await import('./init/init.ts')).MPAAS_INIT,
  emulator: async () => (await import('./emulate/emulator.ts')).MPAAS_EMULATOR,
};

function readNotification(flags: Flags, now: number): AskedNotification {
  const selector = readSelector(flags);
  const { sentAt: typed } = textFlags(flags, ['sentAt']);
  const sentAt = typed === undefined ? undefined : readSentAt(typed);
  if (sentAt !== undefined) checkAge({ sentAt, now });
  return {
    selector: { ...selector },
    ...('taskId' in selector && { onlyTarget: selector.taskId }),
    ...(sentAt !== undefined && { sentAt }),
    notes: sentAt === undefined ? [AGE_UNKNOWN] : [],
  };
}
