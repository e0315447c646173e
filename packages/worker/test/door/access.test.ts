import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
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
async function accessDoor(answerKeys?: () => Response): Promise<AccessDoor> {
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
    { access: { ...access, cloudflareAccess } },
    {
      fetch: (input) => {
        fetched.push(input instanceof Request ? input.url : String(input));
        return Promise.resolve(answerKeys?.() ?? Response.json(jwks));
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
      by: 'Ann@acme.example',
      scopes: ['start', 'read', 'stop'],
    });
  });

  it('has what all others have, where there is nothing of their own; also as a service token', async () => {
    const { enter, sign } = await accessDoor();
    const one = await (await enter(await sign({ email: 'bob@acme.example' }))).json<Heard>();
    expect(one.headers['unpush-caller']).toContain('"scopes":["read"]');
    const other = await (await enter(await sign({ email: '', common_name: 'ci.access' }))).json<Heard>();
    expect(other.headers['unpush-caller']).toContain('"by":"ci.access"');
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

  it('is not called a stranger where the keys of Access cannot be had', async () => {
    const { enter, sign, logged } = await accessDoor(() => new Response('down', { status: 503 }));
    const answer = await enter(await sign({}));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('JSON Web Key');
    expect(logged).toHaveLength(1);
  });

  it('means nothing where the gateway is not told of Access', async () => {
    const { sign } = await accessDoor();
    const { call } = await doorOf();
    const headers = { 'Cf-Access-Jwt-Assertion': await sign({}) };
    expect((await call('/v1/apps', { headers })).status).toBe(401);
  });
});
