import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type EmulatorOptions } from '@unpush/emulator';
import { startEmulator, type RunningEmulator, type StartOptions } from '@unpush/emulator/node';

export const NOTIFY_ID = 3114932;

/** An emulated vendor with one app and its phones, and the files that a person would hold. */
export interface Stage extends AsyncDisposable {
  readonly running: RunningEmulator;
  readonly clientId: string;
  /** The private key, so that tests can look for it where it must not be. */
  readonly privateKey: string;
  readonly folder: string;
  readonly tokens: readonly string[];
  /** Flags that connect to it. */
  readonly flags: readonly string[];
  file(name: string): string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Tokens for which the emulator itself took the notification back. */
  revoked(): ReadonlySet<string>;
}

export interface StageOptions {
  readonly phones?: number;
  readonly tls?: StartOptions['tls'];
  readonly emulator?: EmulatorOptions;
}

/** Sets the stage on real TLS, unless told otherwise. */
export async function setStage({ phones = 3, tls = true, emulator }: StageOptions = {}): Promise<Stage> {
  const running = await startEmulator({ tls, emulator: createEmulator(emulator) });
  const { huawei } = running.emulator;
  const { clientId, serviceAccount } = await huawei.createApp({ name: 'shop' });
  const tokens = huawei.createDevices({ clientId, count: phones });
  huawei.deliver({ clientId, notifyId: NOTIFY_ID, title: 'wrong' });
  const folder = await mkdtemp(join(tmpdir(), 'unpush-test-'));
  const file = (name: string): string => join(folder, name);
  await writeFile(file('sa.json'), JSON.stringify(serviceAccount), { mode: 0o600 });
  if (running.caPem !== undefined) await writeFile(file('ca.pem'), running.caPem);
  const trust = running.caPem === undefined ? [] : ['--ca', file('ca.pem')];
  return {
    running,
    clientId,
    privateKey: serviceAccount.private_key,
    folder,
    tokens,
    flags: [
      '--service-account',
      file('sa.json'),
      '--client-id',
      clientId,
      '--endpoint',
      running.url,
      ...trust,
    ],
    file,
    async write(name, content) {
      await writeFile(file(name), content);
      return file(name);
    },
    revoked: () =>
      new Set([...huawei.revocations({ clientId, notifyId: NOTIFY_ID }).entries()].map(([token]) => token)),
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
