import { Logger } from '@nestjs/common';
import { vi } from 'vitest';
import { emulateHuawei, type EmulatedHuawei } from '../../src/play/emulated-huawei.ts';

export const API_KEY = 'the-key-of-this-test';

/** The application on a port of its own. */
export interface Door extends AsyncDisposable {
  readonly url: string;
  /** Asks without the key. */
  readonly ask: (path: string, options?: RequestInit) => Promise<Response>;
  /** Asks with the key. */
  readonly command: (path: string, options?: RequestInit) => Promise<Response>;
}

/** Huawei's side of a test. */
export interface Stage extends AsyncDisposable {
  readonly emulated: EmulatedHuawei;
  /** Of an application that speaks to it. */
  readonly settings: EmulatedHuawei['settings'];
  /** Everybody whom the notification went to. */
  readonly tokens: readonly string[];
  /** How often the emulator itself took the notification back, by token. */
  readonly revoked: () => Promise<ReadonlyMap<string, number>>;
}

export async function setStage(): Promise<Stage> {
  const emulated = await emulateHuawei({ port: 0 });
  const { clientId, settings } = emulated;
  const huawei = (path: string): Promise<Response> => fetch(`${emulated.url}/_emulator/${path}`);
  const list = await huawei(`tokens?clientId=${clientId}&format=txt`);
  return {
    emulated,
    settings,
    tokens: (await list.text()).trim().split('\n'),
    async revoked() {
      const record = await huawei(`apps/${clientId}/revocations?notifyId=3114932`);
      // The cast: so the emulator's README has it
      const { times } = (await record.json()) as { readonly times: Readonly<Record<string, number>> };
      return new Map(Object.entries(times));
    },
    [Symbol.asyncDispose]: () => emulated[Symbol.asyncDispose](),
  };
}

/** Opens the application, as if it were alone in a process with these settings. */
export async function openDoor(settings: Readonly<Record<string, string>>): Promise<Door> {
  Object.assign(process.env, { API_KEY, ...settings });
  Logger.overrideLogger(false);
  // The module reads the settings as soon as it is loaded
  vi.resetModules();
  const { createApp } = await import('../../src/create-app.ts');
  const app = await createApp();
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const ask: Door['ask'] = (path, options) => fetch(`${url}${path}`, options);
  return {
    url,
    ask,
    command: (path, options = {}) => {
      const headers = new Headers(options.headers);
      headers.set('authorization', `Bearer ${API_KEY}`);
      return ask(path, { ...options, headers });
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
}
