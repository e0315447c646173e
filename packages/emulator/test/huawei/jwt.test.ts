import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bench, setUp } from '../support/bench.ts';
import { type JwtParts, makeJwt } from '../support/make-jwt.ts';
import { NOON } from '../support/still-clock.ts';

const NOON_SECONDS = NOON / 1000;

let bench: Bench;
beforeAll(async () => {
  bench = await setUp();
  bench.emulator.huawei.createDevices({
    clientId: '110123456',
    tokens: ['pushToken1', 'pushToken2', 'pushToken3'],
  });
});

const revokeWith = (parts: JwtParts) => bench.revoke({ jwt: makeJwt(bench.app.serviceAccount, NOON, parts) });
const claims = (changed: object) => revokeWith({ claims: changed });

describe('a JWT that is accepted', () => {
  it('is signed by node:crypto with a salt of 32 bytes', async () => {
    expect(await revokeWith({})).toMatchObject({ status: 200, code: '80000000' });
  });

  it("is signed by OpenSSL's command line", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unpush-jwt-'));
    try {
      const [header, payload] = makeJwt(bench.app.serviceAccount, NOON).split('.');
      writeFileSync(join(folder, 'key.pem'), bench.app.serviceAccount.private_key);
      const options = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'];
      const signature = execFileSync(
        'openssl',
        ['dgst', '-sha256', '-sign', join(folder, 'key.pem'), ...options],
        {
          input: `${header!}.${payload!}`,
        },
      );
      const jwt = `${header!}.${payload!}.${signature.toString('base64url')}`;
      expect(await bench.revoke({ jwt })).toMatchObject({ status: 200, code: '80000000' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lives a day at the most', async () => {
    expect(await claims({ exp: NOON_SECONDS + 86_400 })).toMatchObject({ code: '80000000' });
    expect(await claims({ exp: NOON_SECONDS + 86_401 })).toMatchObject({
      status: 400,
      code: '80300036',
      msg: 'JWT expire period over threshold.',
    });
  });

  it('ends at its exp, not after', async () => {
    expect(await claims({ iat: NOON_SECONDS - 3600, exp: NOON_SECONDS + 1 })).toMatchObject({
      code: '80000000',
    });
    expect(await claims({ iat: NOON_SECONDS - 3600, exp: NOON_SECONDS })).toMatchObject({
      status: 401,
      code: '80200005',
      msg: 'Jwt token expired.',
    });
  });
});

describe('80200001 Authentication Error', () => {
  const refused = {
    status: 401,
    code: '80200001',
    msg: expect.stringMatching(/^Authentication Error\./) as string,
  };

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    'bearer e30.e30.e30',
    'Bearer  e30.e30.e30',
  ])('Authorization: %s', async (authorization) => {
    expect(await bench.revoke({ headers: { authorization } })).toMatchObject(refused);
  });

  it.each(['max', 0, 20, 64] as const)('a salt of %s bytes', async (saltLength) => {
    expect(await revokeWith({ saltLength })).toMatchObject(refused);
  });

  it('RS256, and what calls itself PS256 but is not', async () => {
    const [, payload] = bench.jwt.split('.');
    const header = (alg: string) =>
      Buffer.from(JSON.stringify({ kid: bench.app.serviceAccount.key_id, typ: 'JWT', alg })).toString(
        'base64url',
      );
    for (const alg of ['RS256', 'PS256']) {
      const signed = `${header(alg)}.${payload!}`;
      const signature = sign('sha256', Buffer.from(signed), bench.app.serviceAccount.private_key).toString(
        'base64url',
      );
      expect(await bench.revoke({ jwt: `${signed}.${signature}` })).toMatchObject(refused);
    }
  });

  it.each([
    { alg: 'none' },
    { alg: 'PS384' },
    { alg: undefined },
    { typ: undefined },
    { typ: 'at+jwt' },
    { kid: undefined },
    { kid: 7 },
    { kid: '0'.repeat(32) },
  ])('a header with %j', async (header) => {
    expect(await revokeWith({ header })).toMatchObject(refused);
  });

  it('a signature by another key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    expect(await revokeWith({ privateKey: pem })).toMatchObject(refused);
  });

  it('claims that were changed after the signature', async () => {
    const [header, , signature] = bench.jwt.split('.');
    const payload = makeJwt(bench.app.serviceAccount, NOON, { claims: { exp: NOON_SECONDS + 7200 } }).split(
      '.',
    )[1];
    expect(await bench.revoke({ jwt: `${header!}.${payload!}.${signature!}` })).toMatchObject(refused);
  });

  it.each([
    { aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token/' },
    { aud: 'http://oauth-login.cloud.huawei.com/oauth2/v3/token' },
    { aud: ['https://oauth-login.cloud.huawei.com/oauth2/v3/token'] },
    { aud: undefined },
    { iss: '123' },
    { iss: undefined },
    { iat: undefined },
    { exp: undefined },
    { exp: String(NOON_SECONDS + 3600) },
    { iat: NOON_SECONDS + 1 },
    { iat: NOON, exp: NOON + 3600 },
  ])('claims with %j', async (changed) => {
    expect(await claims(changed)).toMatchObject(refused);
  });

  it('a key of another project', async () => {
    const other = await bench.emulator.huawei.createApp();
    expect(await bench.revoke({ jwt: makeJwt(other.serviceAccount, NOON) })).toMatchObject(refused);
  });
});

describe('a key and the apps of its project', () => {
  it('is good for another app of the same project', async () => {
    const sibling = await bench.emulator.huawei.createApp({ projectId: bench.app.projectId });
    const [token] = bench.emulator.huawei.createDevices({ clientId: sibling.clientId, count: 1 });
    const path = `/v1/${sibling.clientId}/messages:revoke`;
    expect(await bench.revoke({ path, body: { notifyId: 1, token: [token] } })).toMatchObject({
      code: '80000000',
    });
  });

  it('80300002 for a project id where the client id belongs', async () => {
    expect(await bench.revoke({ path: '/v1/101653523863785276/messages:revoke' })).toMatchObject({
      status: 400,
      code: '80300002',
      msg: 'No permission to send message to these tmIDs.',
    });
  });
});

describe('clockSkewSeconds', () => {
  it('lets a clock be off by so much, and no more', async () => {
    bench.emulator.huawei.setBehaviour({ clockSkewSeconds: 60 });
    expect(await claims({ iat: NOON_SECONDS + 60 })).toMatchObject({ code: '80000000' });
    expect(await claims({ iat: NOON_SECONDS + 61 })).toMatchObject({ code: '80200001' });
    expect(await claims({ iat: NOON_SECONDS - 99, exp: NOON_SECONDS - 59 })).toMatchObject({
      code: '80000000',
    });
    expect(await claims({ iat: NOON_SECONDS - 99, exp: NOON_SECONDS - 60 })).toMatchObject({
      code: '80200005',
    });
    bench.emulator.huawei.setBehaviour({ clockSkewSeconds: 0 });
  });
});

describe('a JWT that comes again', () => {
  it('is good until its end, and no longer', async () => {
    const again = await setUp();
    again.emulator.huawei.createDevices({ clientId: '110123456', tokens: ['pushToken1'] });
    const revoke = () => again.revoke({ body: { notifyId: 1, token: ['pushToken1'] } });
    expect([(await revoke()).code, (await revoke()).code]).toEqual(['80000000', '80000000']);
    again.clock.advance(3_600_000);
    expect((await revoke()).code).toBe('80200005');
  });

  it('is refused once another key has taken the place of its own', async () => {
    const again = await setUp();
    again.emulator.huawei.createDevices({ clientId: '110123456', tokens: ['pushToken1'] });
    const revoke = () => again.revoke({ body: { notifyId: 1, token: ['pushToken1'] } });
    expect((await revoke()).code).toBe('80000000');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string; // of format pem, so a string
    await again.emulator.huawei.createApp({
      serviceAccount: { ...again.app.serviceAccount, private_key: pem },
    });
    expect((await revoke()).code).toBe('80200001');
  });
});
