import { inject } from 'vitest';
import type { Seen } from '../servers.ts';
import type { OpenScripted, Script } from './script.ts';

/** Opens a server that goes by a script outside of workerd, in Node. */
export const openOutside: OpenScripted = async (script: Script) => {
  const { url, port } = await ask<{ readonly url: string; readonly port: number }>('', {
    method: 'POST',
    body: JSON.stringify(script),
  });
  return {
    url,
    port,
    seen: (atLeast) => ask<readonly Partial<Seen>[]>(`${port}/${atLeast}`, { method: 'GET' }),
    [Symbol.asyncDispose]: async () => {
      await ask(String(port), { method: 'DELETE' });
    },
  };
};

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const answer = await fetch(`${inject('scriptedServers')}/${path}`, init);
  if (!answer.ok) throw new Error(`The keeper of scripted servers answered: ${await answer.text()}`);
  return (await answer.json()) as T; // what keeper.ts has written
}
