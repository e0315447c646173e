import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { doorOf, goodOptions, KEYS, type TestDoor } from '../support/door.ts';
import type { Heard } from '../support/worker.ts';

const TEAM = 'https://acme.cloudflareaccess.com';
const AUDIENCE = 'c0ffee'.repeat(8);
const everything = { apps: '*', scopes: ['start', 'read', 'stop'] };
const onlyReading = { apps: ['shop'], scopes: ['read'] };

const pairOf = (): ReturnType<typeof generateKeyPair> => generateKeyPair('RS256', { extractable: true });

interface AccessDoor extends TestDoor {
  readonly sign: (claims: JWTPayload) => Promise<string>;
  readonly fetched: readonly string[];
  readonly enter: (assertion: string) => Promise<Response>;
}

/** A door behind Cloudflare Access, whose keys are served as it serves them. */
async function accessDoor(
  answerKeys?: () => Response | undefined,
  changed: object = {},
): Promise<AccessDoor> {
  const { publicKey, privateKey } = await pairOf();
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
  const fetched: string[] = [];
  const { access } = await goodOptions();
  const cloudflareAccess = {
    team: 'acme',
    audience: AUDIENCE,
    grants: { 'ann@acme.example': everything, '*': onlyReading },
  };
  const door = await doorOf(
    { access: { ...access, cloudflareAccess }, ...changed },
    {
      fetch: (input) => {
        fetched.push(input instanceof Request ? input.url : String(input));
        return new Promise((resolve) => {
          resolve(answerKeys?.() ?? Response.json(jwks));
        });
      },
    },
  );
  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT({ iss: TEAM, aud: [AUDIENCE], email: 'ann@acme.example', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '5m')
      .sign(privateKey);
  const enter = (assertion: string): Promise<Response> =>
    door.call('/v1/apps/shop/recalls', { headers: { 'Cf-Access-Jwt-Assertion': assertion } });
  return { ...door, sign, fetched, enter };
}

describe('whom Cloudflare Access vouches for', () => {
  it('comes in by e-mail address, with what was granted', async () => {
    const { enter, sign } = await accessDoor();
    const { headers } = await (await enter(await sign({ email: 'Ann@acme.example' }))).json<Heard>();
    expect(JSON.parse(headers['unpush-caller'] ?? '')).toMatchObject({
      by: 'access:Ann@acme.example',
      scopes: ['start', 'read', 'stop'],
    });
  });

  it('has what all others have, where there is nothing of their own; also as a service token', async () => {
    const { enter, sign } = await accessDoor();
    const one = await (await enter(await sign({ email: 'bob@acme.example' }))).json<Heard>();
    expect(one.headers['unpush-caller']).toContain('"scopes":["read"]');
    const other = await (await enter(await sign({ email: '', common_name: 'ci.access' }))).json<Heard>();
    expect(other.headers['unpush-caller']).toContain('"by":"access:ci.access"');
  });

  it('is never taken for the key of the same name', async () => {
    const { call, enter, sign } = await accessDoor();
    const byOf = async (answer: Response): Promise<unknown> => {
      const { headers } = await answer.json<Heard>();
      return (JSON.parse(headers['unpush-caller'] ?? '') as { readonly by: string }).by; // as the door writes it
    };
    const token = await enter(await sign({ email: '', common_name: 'board' }));
    expect(await byOf(token)).toBe('access:board');
    expect(await byOf(await call('/v1/apps/shop/recalls', { key: KEYS.reader }))).toBe('board');
  });

  it('must be vouched for to this application, by this team, now, with its key', async () => {
    const { enter, sign } = await accessDoor();
    const stranger = await accessDoor();
    const past = Math.floor(Date.now() / 1000) - 60;
    for (const assertion of [
      await sign({ aud: ['another'] }),
      await sign({ iss: 'https://evil.cloudflareaccess.com' }),
      await sign({ exp: past }),
      await stranger.sign({}),
      'not.a.token',
    ]) {
      expect((await enter(assertion)).status).toBe(401);
    }
  });

  it('is not believed without a signature, nor with one of a public key used as a secret', async () => {
    const { enter } = await accessDoor();
    const claims = { iss: TEAM, aud: AUDIENCE, email: 'ann@acme.example', exp: 4_000_000_000, iat: 1 };
    const part = (value: object): string =>
      btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
    expect((await enter(`${part({ alg: 'none' })}.${part(claims)}.`)).status).toBe(401);
    const secret = new TextEncoder().encode('a public key as text, which everybody has');
    const hmac = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    expect((await enter(hmac)).status).toBe(401);
  });

  it('costs one look at its keys, however many requests come', async () => {
    const { enter, sign, fetched } = await accessDoor();
    for (let times = 0; times < 3; times += 1) await enter(await sign({}));
    expect(fetched).toEqual([`${TEAM}/cdn-cgi/access/certs`]);
  });

  it('is asked for a right key where they bring a wrong one', async () => {
    const { call, sign } = await accessDoor();
    const headers = { 'Cf-Access-Jwt-Assertion': await sign({}) };
    expect((await call('/v1/apps/shop/recalls', { key: 'wrong', headers })).status).toBe(401);
    const answer = await call('/v1/apps/shop/recalls', { key: KEYS.reader, headers });
    expect((await answer.json<Heard>()).headers['unpush-caller']).toContain('"by":"board"');
  });

  it.each([
    ['is down', () => new Response('down', { status: 503 })],
    ['answers something else', () => new Response('<html>')],
    [
      'cannot be reached',
      () => {
        throw new TypeError('Network connection lost.');
      },
    ],
  ])(
    'is asked to wait where the place of their keys %s, which is asked once for now',
    async (_, answerKeys) => {
      const { enter, sign, logged, fetched, call } = await accessDoor(answerKeys);
      for (let times = 0; times < 3; times += 1) {
        const answer = await enter(await sign({}));
        expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '10']);
        expect(await answer.json()).toMatchObject({ code: 'ACCESS_UNAVAILABLE' });
      }
      expect(fetched).toHaveLength(1);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain('access-unavailable');
      expect((await call('/v1/apps/shop/recalls', { key: KEYS.reader })).status).toBe(200);
    },
  );

  it('is served again once the keys are there', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      let isDown = true;
      const { enter, sign } = await accessDoor(() =>
        isDown ? new Response('', { status: 503 }) : undefined,
      );
      expect((await enter(await sign({}))).status).toBe(503);
      isDown = false;
      expect((await enter(await sign({}))).status).toBe(503);
      vi.setSystemTime(Date.now() + 10_001);
      expect((await enter(await sign({}))).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  describe('by a browser', () => {
    const stop = '/v1/apps/shop/recalls/r1/stop';

    it.each([
      [{ Origin: 'https://evil.example' }, 403],
      [{ Origin: 'null' }, 403],
      [{ Origin: 'https://gateway.example.evil.example' }, 403],
      [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
      [{ 'Sec-Fetch-Site': 'same-site' }, 403],
      [{ Origin: 'https://gateway.example' }, 200],
      [{ Origin: 'https://console.example', 'Sec-Fetch-Site': 'cross-site' }, 200],
      [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
      [{}, 200],
    ])('may change something from a page of %j: %d', async (of, status) => {
      const { call, sign } = await accessDoor(undefined, { corsOrigins: ['https://console.example'] });
      const headers = { ...of, 'Cf-Access-Jwt-Assertion': await sign({}) };
      const answer = await call(stop, { method: 'POST', headers });
      expect(answer.status).toBe(status);
      if (status === 403) expect(await answer.json()).toMatchObject({ errors: [{ field: 'Origin' }] });
      expect((await call('/v1/apps', { headers })).status).toBe(200);
    });

    it('may do so from any page with a key, which no browser sends by itself', async () => {
      const { call } = await accessDoor();
      const headers = { Origin: 'https://evil.example' };
      expect((await call(stop, { method: 'POST', headers, key: KEYS.all })).status).toBe(200);
    });
  });

  it('means nothing where the gateway is not told of Access', async () => {
    const { sign } = await accessDoor();
    const { call } = await doorOf();
    const headers = { 'Cf-Access-Jwt-Assertion': await sign({}) };
    expect((await call('/v1/apps', { headers })).status).toBe(401);
  });
});
