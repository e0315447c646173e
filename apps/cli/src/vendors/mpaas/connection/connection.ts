import { takeKept } from '@unpush/core';
import { createMpaasClient, mpaasEndpoint } from '@unpush/transport';
import { SettingsError } from '../../../errors/settings-error.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { ConnectionRoom } from '../../rooms/connection-room.ts';
import { regionProblem } from '../region-problem.ts';
import { parseSelector } from '../selector.ts';
import { loadAccessKey } from './access-key.ts';
import { appIn, nameOf } from './app.ts';

/** What requests to mPaaS are made with. */
export const MPAAS_CONNECTION: ConnectionRoom = {
  endpointOf: (settings, named) => mpaasEndpoint({ ...regionIn(settings), ...named }),
  appOf: ({ appId, workspaceId }) =>
    appId === undefined || workspaceId === undefined
      ? undefined
      : nameOf({ appId: appId.value, workspaceId: workspaceId.value }),
  async openApp(settings, env) {
    const app = appIn(settings);
    // What is wrong with it shows here, before anybody confirms
    await loadAccessKey(settings, env);
    return {
      app: nameOf(app),
      revokerBy: (way) =>
        takeKept(
          createMpaasClient({
            ...app,
            ...way,
            // Temporary ones end, and whoever hands them out puts new ones in the same place
            accessKey: async () => (await loadAccessKey(settings, env)).accessKey,
          }).revoker,
          parseSelector,
        ),
    };
  },
};

function regionIn({ region }: Settings): { readonly region?: string } {
  if (region === undefined) return {};
  const problem = regionProblem(region.value);
  if (problem !== undefined) throw new SettingsError(`${region.place} ${problem}`);
  return { region: region.value };
}
