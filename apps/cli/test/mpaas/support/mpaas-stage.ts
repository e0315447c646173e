import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type EmulatorOptions, type MpaasApp } from '@unpush/emulator';
import { startEmulator, type RunningEmulator, type StartOptions } from '@unpush/emulator/node';

export const MESSAGE_ID = '1578807462788';
export const TASK_ID = '20842863';

/** Emulated mPaaS with one app and its phones, and the files that a person would hold. */
export interface MpaasStage extends AsyncDisposable {
  readonly running: RunningEmulator;
  readonly app: MpaasApp;
  readonly folder: string;
  readonly targets: readonly string[];
  /** A file with all the targets. */
  readonly list: string;
  /** Flags that connect to it. */
  readonly flags: readonly string[];
  file(name: string): string;
  write(name: string, content: string): Promise<string>;
  /** Targets from which the emulator itself took the message back, with how often. */
  revoked(): ReadonlyMap<string, number>;
  /** From how many targets it took the message back. */
  countRevoked(): number;
  /** How often it took the task back. */
  timesOfTask(): number;
}

export interface MpaasStageOptions {
  readonly phones?: number;
  readonly tls?: StartOptions['tls'];
  readonly emulator?: EmulatorOptions;
}

/** Sets the stage on real TLS, unless told otherwise. */
export async function setMpaasStage(options: MpaasStageOptions = {}): Promise<MpaasStage> {
  const { phones = 3, tls = true, emulator } = options;
  const running = await startEmulator({ tls, emulator: createEmulator(emulator) });
  const { mpaas } = running.emulator;
  const app = mpaas.createApp({ name: 'shop' });
  const name = { appId: app.appId, workspaceId: app.workspaceId };
  const targets = mpaas.createDevices({ ...name, count: phones });
  mpaas.deliver({ ...name, messageId: MESSAGE_ID, title: 'wrong' });
  mpaas.deliverTask({ ...name, taskId: TASK_ID, title: 'wrong, to all' });
  const folder = await mkdtemp(join(tmpdir(), 'unpush-test-'));
  const file = (path: string): string => join(folder, path);
  const write = async (path: string, content: string): Promise<string> => {
    await writeFile(file(path), content, { mode: 0o600 });
    return file(path);
  };
  await write('ak.json', JSON.stringify(app.accessKey));
  if (running.caPem !== undefined) await write('ca.pem', running.caPem);
  return {
    running,
    app,
    folder,
    targets,
    list: await write('targets.txt', `${targets.join('\n')}\n`),
    flags: [
      ...['--vendor', 'mpaas', '--app-id', app.appId, '--workspace-id', app.workspaceId],
      ...['--access-key-file', file('ak.json'), '--endpoint', running.url],
      ...(running.caPem === undefined ? [] : ['--ca', file('ca.pem')]),
    ],
    file,
    write,
    revoked: () => new Map(mpaas.revocations({ ...name, messageId: MESSAGE_ID }).entries()),
    countRevoked: () => mpaas.revocations({ ...name, messageId: MESSAGE_ID }).count,
    timesOfTask: () => mpaas.revocations({ ...name, taskId: TASK_ID }).times(TASK_ID),
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
