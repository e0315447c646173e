import { Logger } from '@nestjs/common';
import { emulateHuawei, type EmulatedHuawei } from '../../src/play/emulated-huawei.ts';

export const API_KEY = 'the-key-of-this-test';

/** The application on a port of its own, with Huawei emulated behind it. */
export interface Door extends AsyncDisposable {
  readonly url: string;
  readonly emulated: EmulatedHuawei;
  /** Everybody whom the notification went to. */
  readonly tokens: readonly string[];
  /** Asks without the key. */
  readonly ask: (path: string, options?: RequestInit) => Promise<Response>;
  /** Asks with the key. */
  readonly command: (path: string, options?: RequestInit) => Promise<Response>;
  /** How often the emulator itself took the notification back, by token. */
  readonly revoked: () => Promise<ReadonlyMap<string, number>>;
}

/** Opens it with further settings, once a process. */
export async function openDoor(settings: Readonly<Record<string, string>> = {}): Promise<Door> {
  const emulated = await emulateHuawei({ port: 0 });
  Object.assign(process.env, { API_KEY, ...emulated.settings, ...settings });
  Logger.overrideLogger(false);
  // The module reads the settings as soon as it is loaded
  const { createApp } = await import('../../src/create-app.ts');
  const app = await createApp();
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const { clientId } = emulated;
  const huawei = (path: string): Promise<Response> => fetch(`${emulated.url}/_emulator/${path}`);
  const list = await huawei(`tokens?clientId=${clientId}&format=txt`);
  const ask: Door['ask'] = (path, options) => fetch(`${url}${path}`, options);
  return {
    url,
    emulated,
    tokens: (await list.text()).trim().split('\n'),
    ask,
    command: (path, options = {}) => {
      const headers = new Headers(options.headers);
      headers.set('authorization', `Bearer ${API_KEY}`);
      return ask(path, { ...options, headers });
    },
    async revoked() {
      const record = await huawei(`apps/${clientId}/revocations?notifyId=3114932`);
      // The cast: so the emulator's README has it
      const { times } = (await record.json()) as { readonly times: Readonly<Record<string, number>> };
      return new Map(Object.entries(times));
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await emulated[Symbol.asyncDispose]();
    },
  };
}
