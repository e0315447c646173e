import type { AppName, Mpaas } from '@unpush/emulator';
import type { FurnishedApp, Site } from '../../rooms/emulator-room.ts';
import { fileNameOf } from './file-name.ts';

/** An app to be made. */
export interface MpaasOrder {
  /** `undefined` for a random one. */
  readonly appId: string | undefined;
  readonly workspaceId?: string;
  readonly messageId: string;
  readonly taskId: string;
}

/** What `--json` prints of an app. */
export interface MpaasAppFacts {
  readonly appId: string;
  readonly workspaceId: string;
  readonly accessKeyFile: string;
  /** A device id a line. */
  readonly targetsFile: string;
  readonly devices: number;
  /** Of the simple push that every one of the devices shows. */
  readonly messageId: string;
  /** Of the broadcast that every one of the devices shows as well. */
  readonly taskId: string;
}

/** Makes an app with phones that show a push and a broadcast, and writes its access key and its list of targets. */
export async function furnish(order: MpaasOrder, site: Site): Promise<FurnishedApp> {
  const { devices, quota, workplace } = site;
  const { mpaas } = site.emulator;
  const { messageId, taskId, appId: wanted, workspaceId: wantedSpace } = order;
  const { appId, workspaceId, accessKey } = mpaas.createApp({
    ...(wanted !== undefined && { appId: wanted }),
    ...(wantedSpace !== undefined && { workspaceId: wantedSpace }),
  });
  const app = { appId, workspaceId };
  mpaas.createDevices({ ...app, count: devices });
  mpaas.deliver({ ...app, messageId, title: 'This one should not have been sent' });
  mpaas.deliverTask({ ...app, taskId, title: 'Nor should this one, to everybody' });
  if (quota !== undefined) mpaas.setQuota(app, { requestsPerSecond: quota });
  const accessKeyFile = await workplace.write(`access-key-${fileNameOf(appId)}.json`, {
    pieces: [`${JSON.stringify(accessKey, undefined, 2)}\n`],
    mode: 0o600,
  });
  const targetsFile = await workplace.write(`targets-${fileNameOf(appId)}.txt`, {
    pieces: targetLines(mpaas, { ...app, devices }),
    mode: 0o600,
  });
  const flags = [
    ['--vendor', 'mpaas'],
    ['--app-id', appId],
    ['--workspace-id', workspaceId],
    ['--access-key-file', accessKeyFile],
  ] as const;
  return {
    facts: { ...app, accessKeyFile, targetsFile, devices, messageId, taskId } satisfies MpaasAppFacts,
    name: `${appId}, workspace ${workspaceId}`,
    devices,
    shows: `message ${messageId} and task ${taskId}`,
    files: [
      ['access key', accessKeyFile],
      ['targets', targetsFile],
    ],
    revokes: [
      {
        fact: 'revokeCommand',
        label: 'Take the message back, target by target',
        flags: [...flags, ['--message-id', messageId], ['--tokens', targetsFile]],
      },
      {
        fact: 'revokeTaskCommand',
        label: 'Take the task back, as a whole',
        flags: [...flags, ['--task-id', taskId]],
      },
    ],
  };
}

const PAGE = 10_000;

/** Page by page: ten million ids do not fit in one string. */
function* targetLines(
  mpaas: Mpaas,
  { devices, ...app }: AppName & { readonly devices: number },
): Generator<string> {
  for (let offset = 0; offset < devices; offset += PAGE) {
    yield `${mpaas.devices(app, { offset, limit: PAGE }).join('\n')}\n`;
  }
}
