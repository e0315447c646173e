import type { VendorEntry } from '../vendor-entry.ts';

/** Huawei Push Kit, as each start of the program knows it. */
export const HUAWEI: VendorEntry = {
  name: 'Huawei',
  label: 'Huawei Push Kit (HarmonyOS)',
  selectorFlags: [
    {
      name: 'notifyId',
      flag: '--notify-id',
      argument: 'N',
      about: 'Huawei: the notifyId the message was sent with, 0 to 2147483647',
      isName: true,
    },
    {
      name: 'pushType',
      flag: '--push-type',
      argument: 'TYPE',
      about: 'Huawei: notification (0) or extension (2), as it was sent (default: "notification")',
      values: ['notification', 'extension'],
    },
  ],
  emulatorFlags: [
    {
      name: 'clientId',
      flag: '--client-id',
      argument: 'ID',
      about: 'Huawei: make an app with this client id (repeatable; else one with a random id)',
      isRepeatable: true,
    },
    {
      name: 'notifyId',
      flag: '--notify-id',
      argument: 'N',
      about: 'Huawei: the notifyId of the notification that they show (default: "3114932")',
    },
  ],
  token: { load: async () => (await import('./token/token.ts')).HUAWEI_TOKEN },
  load: async () => (await import('./door.ts')).HUAWEI_DOOR,
};
