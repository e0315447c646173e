import { env } from 'cloudflare:workers';
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { CALLER_HEADER, callerText } from '../../../src/contract/caller.ts';
import type { RecallAnswer } from '../../../src/contract/recall-answer.ts';
import type { Scope } from '../../../src/contract/routes.ts';
import type { GatewayAppBase } from '../../../src/app/app-options.ts';
import { world } from '../../support/world.ts';
import { assertDocumented } from './documented.ts';

/** An app of Huawei with its phones, and its object. */
export interface Shop {
  readonly name: string;
  readonly clientId: string;
  readonly tokens: readonly string[];
  /** Calls the object as the door does. The path is below `/v1/apps/{app}`. */
  readonly call: (path: string, init?: CallInit) => Promise<Response>;
  readonly start: (body: object, headers?: Record<string, string>) => Promise<RecallAnswer>;
  readonly read: (recallId: string) => Promise<RecallAnswer>;
  /** Alarms, one after the other, until the recall has ended. */
  readonly end: (recallId: string) => Promise<RecallAnswer>;
  /** Fires the alarm that is set, and waits for its end. */
  readonly alarm: () => Promise<boolean>;
  /** Ends the object as an eviction does. */
  readonly evict: () => Promise<void>;
}

export interface CallInit extends RequestInit {
  readonly scopes?: readonly Scope[];
  readonly by?: string;
}

export interface ShopOptions extends GatewayAppBase {
  readonly phones?: number;
  /** Of the notification that was delivered. Default 7. */
  readonly notifyId?: number;
}

export async function openShop(
  name: string,
  { phones = 3, notifyId = 7, ...base }: ShopOptions = {},
): Promise<Shop> {
  const { huawei } = world.emulator;
  const { clientId, serviceAccount } = await huawei.createApp();
  const tokens = huawei.createDevices({ clientId, count: phones });
  huawei.deliver({ clientId, notifyId, title: 'Oops' });
  world.apps[name] = { vendor: 'huawei', clientId, serviceAccount: JSON.stringify(serviceAccount), ...base };
  const stub = () => env.RECALLS.getByName(name);

  const all: readonly Scope[] = ['start', 'read', 'stop'];
  const call: Shop['call'] = async (path, { scopes = all, by = 'oncall', ...init } = {}) => {
    const headers = new Headers(init.headers);
    headers.set(CALLER_HEADER, callerText({ by, scopes, app: name, language: 'en', requestId: REQUEST_ID }));
    const answer = await stub().fetch(`https://gateway.example/v1/apps/${name}${path}`, { ...init, headers });
    assertDocumented({ method: init.method ?? 'GET', path: `/v1/apps/${name}${path}` }, answer);
    return answer;
  };
  const read: Shop['read'] = async (recallId) => (await call(`/recalls/${recallId}`)).json();
  const alarm = (): Promise<boolean> => runDurableObjectAlarm(stub());

  return {
    name,
    clientId,
    tokens,
    call,
    read,
    alarm,
    start: async (body, headers = {}) => {
      const answer = await call('/recalls', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async end(recallId) {
      for (let tries = 0; tries < 600; tries += 1) {
        const answer = await read(recallId);
        if (answer.state !== 'running' && answer.state !== 'waiting' && answer.state !== 'uploading')
          return answer;
        if (!(await alarm())) await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`recall ${recallId} does not end: ${JSON.stringify(await read(recallId))}`);
    },
    async evict() {
      await runInDurableObject(stub(), (_object, state) => {
        state.abort('evicted');
      }).catch(() => undefined);
    },
  };
}

/** As if the door had given it. */
export const REQUEST_ID = '0f0f0b52-43a5-4a6c-8e21-9d1c7a5c1e10';

/** Lines of NDJSON. */
export const linesOf = async (answer: Response): Promise<readonly Record<string, unknown>[]> =>
  new TextDecoder()
    .decode(await answer.arrayBuffer())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
