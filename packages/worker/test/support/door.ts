import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { createDoor, type DoorWorld } from '../../src/door/create-door.ts';
import { OPENAPI } from '../../src/openapi/index.ts';
import type { GatewayOptions } from '../../src/gateway/options.ts';

/** Keys as tests hold them. */
export const KEYS = {
  all: 'all-of-shop-and-news',
  reader: 'reads-shop',
  stopper: 'stops-shop',
  elsewhere: 'all-of-news',
} as const;

export const sha256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Options that hold, with an app for each vendor. */
export async function goodOptions(): Promise<GatewayOptions> {
  return {
    objects: env.OBJECTS,
    failedAttempts: env.FAILED_ATTEMPTS,
    apps: {
      shop: { vendor: 'huawei', clientId: '104857600', serviceAccount: '{"a":"secret of shop"}' },
      news: { vendor: 'mpaas', appId: 'ABC', workspaceId: 'prod', accessKey: '{"a":"secret of news"}' },
    },
    access: {
      keys: [
        { id: 'oncall', sha256: await sha256(KEYS.all), apps: '*', scopes: ['start', 'read', 'stop'] },
        { id: 'board', sha256: await sha256(KEYS.reader), apps: ['shop'], scopes: ['read'] },
        { id: 'breaker', sha256: await sha256(KEYS.stopper), apps: ['shop'], scopes: ['stop'] },
        { id: 'editor', sha256: await sha256(KEYS.elsewhere), apps: ['news'], scopes: ['start', 'read'] },
      ],
    },
  };
}

/** A door as a test calls it. */
export interface TestDoor {
  readonly logged: readonly string[];
  readonly call: (path: string, init?: RequestInit & { readonly key?: string }) => Promise<Response>;
}

/** A door with these options, and what it logs. */
export async function doorOf(changed: object = {}, world: DoorWorld = {}): Promise<TestDoor> {
  const options: GatewayOptions = { ...(await goodOptions()), ...changed };
  const logged: string[] = [];
  const fetch = createDoor(() => options, { log: (line) => logged.push(line), openApi: OPENAPI, ...world });
  const bindings = {};
  return {
    logged,
    call: (path, { key, ...init } = {}) => {
      const headers = new Headers(init.headers);
      if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
      const request = new Request(new URL(path, 'https://gateway.example'), { ...init, headers });
      return fetch(request, bindings, createExecutionContext());
    },
  };
}
