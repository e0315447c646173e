import { env } from 'cloudflare:workers';
import { createExecutionContext } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../src/door/create-door.ts';
import { checkOptions } from '../../src/gateway/check-options.ts';
import type { GatewayOptions } from '../../src/gateway/options.ts';
import { doorOf, goodOptions, KEYS, sha256 } from '../support/door.ts';

/** What is said of options that differ from good ones in these. */
async function saidOf(changed: object): Promise<Record<string, string>> {
  const options: GatewayOptions = { ...(await goodOptions()), ...changed };
  return Object.fromEntries(checkOptions(options).map(({ path, problem }) => [path, problem]));
}

const key = async (changed: object = {}): Promise<object> => ({
  id: 'oncall',
  sha256: await sha256(KEYS.all),
  apps: '*',
  scopes: ['read'],
  ...changed,
});
const app = { vendor: 'huawei', clientId: '1', serviceAccount: '{}' };

describe('options', () => {
  it('hold as the README has them', async () => {
    expect(await saidOf({})).toEqual({});
    const cloudflareAccess = {
      team: 'acme',
      audience: 'f'.repeat(64),
      grants: { 'ann@acme.example': { apps: ['shop'], scopes: ['read'] } },
    };
    expect(await saidOf({ access: { cloudflareAccess } })).toEqual({});
    const serviceAccount = { get: () => Promise.resolve('{}') };
    expect(
      await saidOf({ apps: { shop: { ...app, serviceAccount } }, access: { keys: [await key()] } }),
    ).toEqual({});
  });

  it('let somebody in', async () => {
    expect(await saidOf({ access: {} })).toEqual({
      access: 'lets nobody in: give it keys, or cloudflareAccess',
    });
    expect(await saidOf({ access: { keys: [] } })).toHaveProperty('access');
  });

  it('have digests of keys, and not the keys', async () => {
    const said = await saidOf({ access: { keys: [await key({ sha256: 'kH3+a-key-in-the-clear=' })] } });
    expect(said['access.keys.0.sha256']).toBe(
      'must be 64 hexadecimal digits. If it is the key itself, make a new one, and give the digest: printf %s "$KEY" | sha256sum',
    );
    expect(JSON.stringify(said)).not.toContain('kH3');
  });

  it('have a key of each id and digest once, for apps that there are, with a scope', async () => {
    const other = await sha256('another');
    expect(await saidOf({ access: { keys: [await key(), await key({ sha256: other })] } })).toEqual({
      'access.keys.1.id': 'is that of access.keys.0 too',
    });
    expect(await saidOf({ access: { keys: [await key(), await key({ id: 'ci' })] } })).toEqual({
      'access.keys.1.sha256': 'is that of access.keys.0 too',
    });
    expect(await saidOf({ access: { keys: [await key({ apps: ['shpo'] })] } })).toEqual({
      'access.keys.0.apps.0': 'must be one of the apps, which are shop, news',
    });
    expect(await saidOf({ access: { keys: [await key({ scopes: [] })] } })).toEqual({
      'access.keys.0.scopes': 'is empty: give it one of start, read, stop, or leave it out altogether',
    });
    expect(await saidOf({ access: { keys: [await key({ scopes: ['admin'] })] } })).toEqual({
      'access.keys.0.scopes.0': 'must be one of start, read, stop',
    });
  });

  it('have no digest of nothing, and no id that could be an e-mail address', async () => {
    expect(await saidOf({ access: { keys: [await key({ sha256: await sha256('') })] } })).toEqual({
      'access.keys.0.sha256': 'is that of no key at all: was $KEY empty?',
    });
    expect(await saidOf({ access: { keys: [await key({ id: 'ann@acme.example' })] } })).toEqual({
      'access.keys.0.id': 'must be 1 to 64 of letters, digits, and . _ -',
    });
  });

  it('grant to each person once, however they are spelt', async () => {
    const grant = { apps: '*', scopes: ['read'] };
    const cloudflareAccess = {
      team: 'acme',
      audience: 'f'.repeat(64),
      grants: { 'Ann@acme.example': grant, 'ann@acme.example': { ...grant, scopes: ['stop'] } },
    };
    expect(await saidOf({ access: { cloudflareAccess } })).toEqual({
      'access.cloudflareAccess.grants':
        'names somebody twice: upper and lower case are one, so give each once',
    });
  });

  it.each(['Shop', '-shop', 'sh/op', 'a'.repeat(65), 'shop\r\n', '商店'])(
    'have no app by the name "%s"',
    async (name) => {
      const said = await saidOf({ apps: { [name]: app, shop: app, news: app } });
      expect(Object.values(said)).toEqual([
        'must be 1 to 64 of a-z, 0-9, - and _, and begin with a letter or digit',
      ]);
    },
  );

  it('lead nowhere but to https, and say what is wrong with an endpoint', async () => {
    const endpoint = 'http://push.example';
    expect(await saidOf({ apps: { shop: { ...app, endpoint } } })).toEqual({
      'apps.shop.endpoint':
        'must begin with https:// (http:// only to this machine), but is the string "http://push.example"',
    });
    expect(await saidOf({ apps: { shop: { ...app, endpoint: 'https://key@push.example' } } })).toEqual({
      'apps.shop.endpoint': 'must not hold a user name or password (host push.example)',
    });
    expect(
      await saidOf({ apps: { shop: { ...app, endpoint: 'http://127.0.0.1:8080' } } }),
    ).not.toHaveProperty('apps.shop.endpoint');
  });

  it('name what is not known', async () => {
    expect(await saidOf({ apps: { shop: { ...app, acessKey: '{}' } } })).toEqual({
      'apps.shop': 'must not have "acessKey": no such field is known',
    });
  });

  it.each([
    [{ apps: {}, access: { keys: [] } }, 'apps'],
    [{ apps: { shop: { ...app, serviceAccount: undefined } } }, 'apps.shop.serviceAccount'],
    [{ apps: { shop: { ...app, serviceAccount: '' } } }, 'apps.shop.serviceAccount'],
    [{ apps: { shop: { ...app, concurrency: 7 } } }, 'apps.shop.concurrency'],
    [{ apps: { shop: { ...app, quota: 0 } } }, 'apps.shop.quota'],
    [{ apps: { shop: { ...app, vendor: 'apple' } } }, 'apps.shop.vendor'],
    [{ objects: undefined }, 'objects'],
    [{ failedAttempts: {} }, 'failedAttempts'],
    [{ corsOrigins: ['*'] }, 'corsOrigins.0'],
    [{ corsOrigins: ['https://a.example/path'] }, 'corsOrigins.0'],
    [{ corsOrigins: ['https://a.example/'] }, 'corsOrigins.0'],
    [{ language: 'fr' }, 'language'],
    [{ locationHint: 'mars' }, 'locationHint'],
    [{ limits: { jsonBytes: 1 } }, 'limits.jsonBytes'],
    [{ limits: { requestsPerAlarm: 10_000 } }, 'limits.requestsPerAlarm'],
    [{ limit: {} }, 'options'],
  ])('that are wrong as %j are named: %s', async (changed, path) => {
    expect(Object.keys(await saidOf(changed))).toContain(path);
  });
});

describe('the endpoint of an app', () => {
  const saidOfEndpoint = (endpoint: string): Promise<Record<string, string>> =>
    saidOf({ apps: { shop: { ...app, endpoint } }, access: { keys: [], cloudflareAccess } });
  const cloudflareAccess = { team: 'acme', audience: 'f'.repeat(64), grants: {} };

  it.each([
    'https://push.example',
    'https://push.example:8443/gateway',
    'http://127.0.0.1:8080',
    'http://localhost:8080',
    'http://[::1]:8080',
  ])('may be %s', async (endpoint) => {
    expect(await saidOfEndpoint(endpoint)).toEqual({});
  });

  it.each([
    [
      'http://push.example/gateway',
      'must begin with https:// (http:// only to this machine), but is the string "http://push.example"',
    ],
    [
      'http://127.0.0.1.example',
      'must begin with https:// (http:// only to this machine), but is the string "http:/…mple"',
    ],
    ['http://ann:pass@push.example', 'must not hold a user name or password (host push.example)'],
    ['https://push.example/?key=pass', 'must end with the path: no "?" or "#" (host push.example)'],
    [
      'ftp://push.example',
      'must begin with https:// (http:// only to this machine), but is the string "ftp://push.example"',
    ],
  ])('may not be %s', async (endpoint, problem) => {
    expect(await saidOfEndpoint(endpoint)).toEqual({ 'apps.shop.endpoint': problem });
  });

  it('is held to that of mPaaS too, before anything is sent', async () => {
    const news = { vendor: 'mpaas', appId: 'ABC', workspaceId: 'prod', accessKey: '{}' };
    const endpoint = 'http://mpaas.example';
    const { apps } = await goodOptions();
    const { call, logged } = await doorOf({ apps: { ...apps, news: { ...news, endpoint } } });
    expect((await call('/v1/apps/shop/recalls', { key: KEYS.all })).status).toBe(500);
    expect(logged).toEqual([
      'the gateway\'s options: apps.news.endpoint must begin with https:// (http:// only to this machine), but is the string "http://mpaas.example"',
    ]);
  });
});

describe('a gateway with wrong options', () => {
  it('says so to the log alone, once, and to callers that somebody has to look', async () => {
    const secret = 'not-a-digest-but-the-key';
    const { call, logged } = await doorOf({ access: { keys: [await key({ sha256: secret })] } });
    for (const path of ['/healthz', '/v1/apps', '/v1/apps/shop/recalls']) {
      const answer = await call(path, { key: KEYS.all });
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(JSON.parse(text)).toMatchObject({ code: 'GATEWAY_MISCONFIGURED' });
      expect(text).not.toMatch(/sha256|digest/);
    }
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/^the gateway's options: access\.keys\.0\.sha256 must be 64/);
    expect(logged.join()).not.toContain(secret);
    expect((await call('/openapi.json')).status).toBe(200);
  });

  it('is well again where only the telling of them has failed', async () => {
    const options = await goodOptions();
    let fails = true;
    const logged: string[] = [];
    const door = createDoor(() => (fails ? Promise.reject(new Error('no store: Bearer abc')) : options), {
      log: (line) => logged.push(line),
    });
    const health = async (): Promise<number> =>
      (await door(new Request('https://gateway.example/healthz'), env, createExecutionContext())).status;
    expect(await health()).toBe(500);
    expect(logged).toEqual(["the gateway's options cannot be told: Error: no store: Bearer «token»"]);
    fails = false;
    expect(await health()).toBe(200);
  });

  it('is asked for its options once an isolate', async () => {
    const options = await goodOptions();
    let asked = 0;
    const door = createDoor(() => {
      asked += 1;
      return options;
    });
    const call = (): Promise<Response> =>
      door(new Request('https://gateway.example/healthz'), env, createExecutionContext());
    for (let times = 0; times < 3; times += 1) await call();
    expect(asked).toBe(1);
  });
});
