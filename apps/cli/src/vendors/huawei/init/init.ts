import type { InitRoom } from '../../rooms/init-room.ts';
import { askHuawei } from './ask.ts';
import { checkKeyFile } from './key-file.ts';

/** What a profile of an app at Huawei needs. */
export const HUAWEI_INIT: InitRoom = {
  ask: askHuawei,
  missing: ({ clientId, serviceAccount, serviceAccountVariable }) => [
    ...(clientId === undefined ? ['--client-id ID'] : []),
    ...(serviceAccount === undefined && serviceAccountVariable === undefined
      ? ['--service-account FILE']
      : []),
  ],
  checkKey: async ({ serviceAccount }, cwd) =>
    serviceAccount === undefined ? undefined : checkKeyFile(serviceAccount, cwd),
};
