import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type EmulatorOptions } from '@unpush/emulator';
import { startEmulator, type RunningEmulator } from '@unpush/emulator/node';
import type { HuaweiAppOptions, MpaasAppOptions } from '../../src/index.ts';

export const NOTIFY_ID = 3114932;
export const SELECTOR = { notifyId: NOTIFY_ID, pushType: 'notification' } as const;
/** Another notification that should not have been sent. */
export const OTHER = { notifyId: 7, pushType: 'notification' } as const;
export const MESSAGE_ID = '1578807462788';

export interface StageOptions {
  readonly phones?: number;
  readonly emulator?: EmulatorOptions;
}

/** Both vendors, emulated on real TLS, each with an app and its phones; and a folder for whatever a test keeps. */
export interface Stage extends AsyncDisposable {
  readonly running: RunningEmulator;
  readonly huawei: HuaweiAppOptions;
  readonly mpaas: MpaasAppOptions;
  /** Trusts the certificate of the emulated vendors. */
  readonly sender: { readonly ca: string };
  /** Where recalls are kept. */
  readonly ledger: { readonly directory: string };
  readonly tokens: readonly string[];
  readonly devices: readonly string[];
  /** What must show nowhere. */
  readonly secrets: readonly string[];
  readonly file: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  /** How often the emulator itself took a notification of Huawei's back, token by token. */
  readonly revoked: (notifyId?: number) => ReadonlyMap<string, number>;
  /** The devices from which the emulator took the message of mPaaS back. */
  readonly revokedDevices: () => ReadonlySet<string>;
}

/** Sets the stage; a notification and a message that should not have been sent lie on all phones. */
export async function setStage({ phones = 3, emulator }: StageOptions = {}): Promise<Stage> {
  const running = await startEmulator({ tls: true, emulator: createEmulator(emulator) });
  const { huawei, mpaas } = running.emulator;
  const { clientId, serviceAccount } = await huawei.createApp({ name: 'shop' });
  const tokens = huawei.createDevices({ clientId, count: phones });
  huawei.deliver({ clientId, notifyId: NOTIFY_ID, title: 'wrong' });
  huawei.deliver({ clientId, notifyId: OTHER.notifyId, title: 'wrong, too' });
  const { accessKey, appId, workspaceId } = mpaas.createApp();
  const app = { appId, workspaceId };
  const devices = mpaas.createDevices({ ...app, count: phones });
  mpaas.deliver({ ...app, messageId: MESSAGE_ID, title: 'wrong' });
  const folder = await mkdtemp(join(tmpdir(), 'unpush-test-'));
  const file = (name: string): string => join(folder, name);
  if (running.caPem === undefined) throw new Error('the emulator has no certificate');
  return {
    running,
    huawei: { vendor: 'huawei', clientId, serviceAccount: { ...serviceAccount }, endpoint: running.url },
    mpaas: { vendor: 'mpaas', ...app, accessKey, endpoint: running.url },
    sender: { ca: running.caPem },
    ledger: { directory: file('recalls') },
    tokens,
    devices,
    secrets: [serviceAccount.private_key.slice(100, 140), accessKey.accessKeySecret],
    file,
    async write(name, content) {
      await writeFile(file(name), content);
      return file(name);
    },
    revoked: (notifyId = NOTIFY_ID) => new Map(huawei.revocations({ clientId, notifyId }).entries()),
    revokedDevices: () =>
      new Set([...mpaas.revocations({ ...app, messageId: MESSAGE_ID }).entries()].map(([device]) => device)),
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
