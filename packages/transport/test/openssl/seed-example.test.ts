import { describe, expect, it } from 'vitest';
import { createHuaweiClient } from '../../src/index.ts';
import { undiciSender } from '../../src/undici/index.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { pythonServer } from '../support/python-server.ts';
import { accountFile } from '../support/service-account.ts';
import { partsOf } from '../support/jwt-parts.ts';
import { verifyByOpenssl } from '../support/verify-jwt.ts';

describe('the example of the vendor’s page', () => {
  it('arrives at a server that none of us wrote, with a token that OpenSSL verifies', async () => {
    const key = await rsaKey(4096);
    await using server = await pythonServer();
    await using send = undiciSender();
    const client = createHuaweiClient({
      serviceAccount: accountFile(key),
      clientId: '104729817',
      endpoint: server.url,
      send,
    });
    const before = Math.floor(Date.now() / 1000);
    const result = await client.revoke({
      notifyId: 3114932,
      pushType: 0,
      tokens: ['pushToken1', 'pushToken2', 'pushToken3'],
    });
    const after = Math.floor(Date.now() / 1000);

    const seen = await server.next();
    expect(seen.path).toBe('/v1/104729817/messages:revoke');
    expect(seen.body).toBe('{"notifyId":3114932,"token":["pushToken1","pushToken2","pushToken3"]}');
    expect(seen.headers).toMatchObject({ 'content-type': 'application/json', 'push-type': '0' });
    const jwt = (seen.headers['authorization'] ?? '').replace(/^Bearer /, '');
    expect(verifyByOpenssl(jwt, key)).toBe('Verified OK\n');
    const { claims } = partsOf(jwt);
    const { iat, exp } = claims as { iat: number; exp: number }; // compared below
    expect(iat).toBeGreaterThanOrEqual(before);
    expect(iat).toBeLessThanOrEqual(after);
    expect(exp).toBe(iat + 3600);
    expect(result).toEqual({ requestId: '157000000000006', code: '80000000', accepted: 3, rejected: [] });
  });
});
