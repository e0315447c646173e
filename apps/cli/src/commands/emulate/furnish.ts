import type { Huawei } from '@unpush/emulator';
import type { EmulateRequest } from './emulate-request.ts';
import type { Workplace } from './workplace.ts';

/** An app that is ready to be tried on. */
export interface FurnishedApp {
  readonly clientId: string;
  readonly projectId: string;
  readonly serviceAccountFile: string;
  /** A token a line. */
  readonly tokensFile: string;
  readonly devices: number;
  /** Of the notification that every one of the devices shows. */
  readonly notifyId: number;
}

/** An app to be made. */
export interface AppOrder extends Pick<EmulateRequest, 'devices' | 'notifyId' | 'quota'> {
  readonly clientId: string | undefined;
}

/** Makes an app with phones that show a notification, and writes its key file and its list of tokens. */
export async function furnish(huawei: Huawei, order: AppOrder, workplace: Workplace): Promise<FurnishedApp> {
  const { devices, notifyId, quota } = order;
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
  return { clientId, projectId, serviceAccountFile, tokensFile, devices, notifyId };
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
