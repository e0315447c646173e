import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '@unpush/emulator/node';
import type { Settings } from '../settings.ts';

export const NOTIFY_ID = 3114932;
const CLIENT_ID = '104729817';
const PHONES = 20_000;
/** Phones a second that the emulated vendor allows. */
const QUOTA = 4000;

/** The settings of an application that speaks to it. */
export type EmulatedSettings = Readonly<
  Record<
    keyof Pick<
      Settings,
      'HUAWEI_CLIENT_ID' | 'HUAWEI_SERVICE_ACCOUNT' | 'HUAWEI_ENDPOINT' | 'RECALLS_DIRECTORY'
    >,
    string
  >
>;

/** Huawei on this machine, with a wrong notification on 20,000 phones. */
export interface EmulatedHuawei extends AsyncDisposable {
  readonly url: string;
  readonly clientId: string;
  /** Where its key file and the recalls lie. */
  readonly folder: string;
  /** As a team would set them in the environment. */
  readonly settings: EmulatedSettings;
}

/** Starts it, with its key file and a place for recalls in a folder of its own. */
export async function emulateHuawei({ port }: { readonly port: number }): Promise<EmulatedHuawei> {
  const running = await startEmulator({ port });
  const { huawei } = running.emulator;
  const { clientId, serviceAccount } = await huawei.createApp({ clientId: CLIENT_ID });
  huawei.createDevices({ clientId, count: PHONES });
  huawei.deliver({ clientId, notifyId: NOTIFY_ID, title: 'Everything is free today!' });
  huawei.setQuota(clientId, { devicesPerSecond: QUOTA });
  const folder = await mkdtemp(join(tmpdir(), 'unpush-example-'));
  const keyFile = join(folder, 'service-account.json');
  await writeFile(keyFile, JSON.stringify(serviceAccount), { mode: 0o600 });
  return {
    url: running.url,
    clientId,
    folder,
    settings: {
      HUAWEI_CLIENT_ID: clientId,
      HUAWEI_SERVICE_ACCOUNT: keyFile,
      HUAWEI_ENDPOINT: running.url,
      RECALLS_DIRECTORY: join(folder, 'recalls'),
    },
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
