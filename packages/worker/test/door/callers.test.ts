import { describe, expect, it } from 'vitest';
import { findKey } from '../../src/door/caller/find-key.ts';
import { doorOf, KEYS } from '../support/door.ts';
import type { Heard } from '../support/worker.ts';

describe('whoever calls', () => {
  it('needs a key', async () => {
    const { call } = await doorOf();
    const answer = await call('/v1/apps/shop/recalls');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ code: 'UNAUTHORIZED', status: 401 });
  });

  it.each(['Bearer wrong', 'Bearer ', 'Basic YTpi', 'Bearer two words', `Bearer ${'k'.repeat(600)}`, ''])(
    'is not let in with "%s"',
    async (Authorization) => {
      const { call } = await doorOf();
      const answer = await call('/v1/apps/shop/recalls', { headers: { Authorization } });
      expect(answer.status).toBe(401);
    },
  );

  it('is named to the object, with what they may do there', async () => {
    const { call } = await doorOf();
    const answer = await call('/v1/apps/shop/recalls', { key: KEYS.reader });
    const { headers, object } = await answer.json<Heard>();
    expect(object).toBe('shop');
    expect(JSON.parse(headers['unpush-caller'] ?? '')).toEqual({
      by: 'board',
      scopes: ['read'],
      app: 'shop',
      language: 'en',
      requestId: answer.headers.get('X-Request-Id'),
    });
  });

  it('cannot name themselves, nor hand on their key or a cookie', async () => {
    const { call } = await doorOf();
    const answer = await call('/v1/apps/shop/recalls', {
      key: KEYS.reader,
      headers: {
        'Unpush-Caller': '{"by":"oncall","scopes":["stop"]}',
        Cookie: 'CF_Authorization=x',
        'Cf-Access-Jwt-Assertion': 'x',
      },
    });
    const { headers } = await answer.json<Heard>();
    expect(headers['unpush-caller']).toContain('"by":"board"');
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:authorization|cookie|cf-access)/)]),
    );
    expect(JSON.stringify(headers)).not.toContain(KEYS.reader);
  });

  it('needs the scope', async () => {
    const { call } = await doorOf();
    const asked = async (method: string, path: string, key: string): Promise<number> =>
      (await call(`/v1/apps/shop${path}`, { method, key })).status;
    expect(await asked('POST', '/recalls', KEYS.reader)).toBe(403);
    expect(await asked('POST', '/recalls/r1/stop', KEYS.reader)).toBe(403);
    expect(await asked('GET', '/recalls', KEYS.stopper)).toBe(403);
    expect(await asked('POST', '/recalls/r1/resume', KEYS.stopper)).toBe(403);
    expect(await asked('POST', '/recalls/r1/stop', KEYS.stopper)).toBe(200);
    expect(await asked('DELETE', '/recalls/r1', KEYS.stopper)).toBe(200);
    expect(await asked('GET', '/recalls', KEYS.reader)).toBe(200);
  });

  it('does not learn whether there is an app that they may not use', async () => {
    const { call } = await doorOf();
    const [others, none] = await Promise.all(
      ['news', 'nothing'].map(async (app) => {
        const answer = await call(`/v1/apps/${app}/recalls/r1`, { key: KEYS.reader });
        return { status: answer.status, body: (await answer.text()).replaceAll(app, 'NAME') };
      }),
    );
    expect(others?.status).toBe(404);
    expect(others).toEqual(none);
  });

  it('is told the apps that they may use', async () => {
    const { call } = await doorOf();
    const apps = async (key: string): Promise<unknown> => (await call('/v1/apps', { key })).json();
    expect(await apps(KEYS.elsewhere)).toEqual({
      apps: [
        {
          name: 'news',
          vendor: 'mpaas',
          vendorApp: 'ABC/prod',
          scopes: ['start', 'read'],
          selectorFields: ['messageId', 'taskId'],
        },
      ],
    });
    expect(await apps(KEYS.all)).toMatchObject({ apps: [{ name: 'shop' }, { name: 'news' }] });
  });
});

/** Does it from an address of its own within one period of the limit: again, where another has begun meanwhile. */
async function inOneMinute<T>(work: (address: string) => Promise<T>): Promise<T> {
  const minute = (): number => Math.floor(Date.now() / 60_000);
  for (let host = 1; ; host += 1) {
    const before = minute();
    const done = await work(`192.0.2.${host}`);
    if (minute() === before) return done;
  }
}

describe('wrong keys', () => {
  it('make an address wait after twenty of them, but not its right key, nor another address', async () => {
    const { call } = await doorOf();
    const from = (address: string, key: string): Promise<Response> =>
      call('/v1/apps/shop/recalls', { key, headers: { 'CF-Connecting-IP': address } });
    const { answers, address } = await inOneMinute(async (address) => {
      const answers: Response[] = [];
      for (let tries = 0; tries < 21; tries += 1) answers.push(await from(address, 'wrong'));
      return { answers, address };
    });
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(20).fill(401), 429]);
    expect(answers.at(-1)?.headers.get('Retry-After')).toBe('60');
    expect((await from(address, KEYS.reader)).status).toBe(200);
    expect((await from('198.51.100.1', 'wrong')).status).toBe(401);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2::5', '2001:db8:1:2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['1::2:3:4:5:6:7', '1:0:2:3'],
  ])('from %s are counted by %s: whoever has an IPv6 address has a /64 of them', async (address, counted) => {
    const keys: string[] = [];
    const limit = ({ key }: RateLimitOptions): Promise<RateLimitOutcome> => {
      keys.push(key);
      return Promise.resolve({ success: true });
    };
    const { call } = await doorOf({ failedAttempts: { limit } });
    await call('/v1/apps', { key: 'wrong', headers: { 'CF-Connecting-IP': address } });
    expect(keys).toEqual([counted]);
  });

  it('take as long as right ones: every digest is compared, whole, by an equal of constant time', async () => {
    const keys = ['a', 'b', 'c', 'd'].map((id, index) => ({
      id,
      digest: new Uint8Array(32).fill(index),
      apps: '*' as const,
      scopes: ['read'] as const,
    }));
    const compared: number[] = [];
    const found = await findKey('offered', keys, (_, known) => {
      compared.push(known[0] ?? -1);
      return known[0] === 1;
    });
    expect(found?.id).toBe('b');
    expect(compared).toEqual([0, 1, 2, 3]);
  });
});
