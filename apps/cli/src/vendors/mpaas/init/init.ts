import type { InitRoom } from '../../rooms/init-room.ts';
import { askMpaas } from './ask.ts';
import { checkKeyFile } from './key-file.ts';

/** What a profile of an app at mPaaS needs. Without a file, the access key comes from the usual variables. */
export const MPAAS_INIT: InitRoom = {
  ask: askMpaas,
  missing: ({ appId, workspaceId }) => [
    ...(appId === undefined ? ['--app-id ID'] : []),
    ...(workspaceId === undefined ? ['--workspace-id ID'] : []),
  ],
  checkKey: async ({ accessKeyFile }, cwd) =>
    accessKeyFile === undefined ? undefined : checkKeyFile(accessKeyFile, cwd),
};
