import type { Huawei } from '@unpush/emulator';
import type { FurnishedApp, Site } from '../../rooms/emulator-room.ts';

/** An app to be made. */
export interface HuaweiOrder {
  /** `undefined` for a random one. */
  readonly clientId: string | undefined;
  readonly notifyId: number;
}

/** What `--json` prints of an app. */
export interface HuaweiAppFacts {
  readonly clientId: string;
  readonly projectId: string;
  readonly serviceAccountFile: string;
  /** A token a line. */
  readonly tokensFile: string;
  readonly devices: number;
  /** Of the notification that every one of the devices shows. */
  readonly notifyId: number;
}

/** Makes an app with phones that show a notification, and writes its key file and its list of tokens. */
export async function furnish(order: HuaweiOrder, site: Site): Promise<FurnishedApp> {
  const { devices, quota, workplace } = site;
  const { huawei } = site.emulator;
  const { notifyId } = order;
  const app = await huawei.createApp(order.clientId === undefined ? {} : { clientId: order.clientId });
  const { clientId, projectId, serviceAccount } = app;
  huawei.createDevices({ clientId, count: devices });
  huawei.deliver({ clientId, notifyId, title: 'This one should not have been sent' });
  if (quota !== undefined) huawei.setQuota(clientId, { devicesPerSecond: quota });
  const serviceAccountFile = await workplace.write(`service-account-${clientId}.json`, {
    pieces: [`${JSON.stringify(serviceAccount, undefined, 2)}\n`],
    mode: 0o600,
  });
  const tokensFile = await workplace.write(`tokens-${clientId}.txt`, {
    pieces: tokenLines(huawei, { clientId, devices }),
    mode: 0o600,
  });
  return {
    facts: {
      clientId,
      projectId,
      serviceAccountFile,
      tokensFile,
      devices,
      notifyId,
    } satisfies HuaweiAppFacts,
    name: clientId,
    devices,
    shows: `notifyId ${notifyId}`,
    files: [
      ['key', serviceAccountFile],
      ['tokens', tokensFile],
    ],
    revokes: [
      {
        fact: 'revokeCommand',
        label: 'Take it back',
        flags: [
          ['--service-account', serviceAccountFile],
          ['--client-id', clientId],
          ['--notify-id', String(notifyId)],
          ['--tokens', tokensFile],
        ],
      },
    ],
  };
}

const PAGE = 10_000;

/** Page by page: ten million tokens do not fit in one string. */
function* tokenLines(
  huawei: Huawei,
  { clientId, devices }: { clientId: string; devices: number },
): Generator<string> {
  for (let offset = 0; offset < devices; offset += PAGE) {
    yield `${huawei.tokens(clientId, { offset, limit: PAGE }).join('\n')}\n`;
  }
}
