import { describe, expect, it } from 'vitest';
import { importSigningKey, ServiceAccount, signJwt } from '../../src/index.ts';
import { rsaKey } from '../support/openssl.ts';
import { accountFile } from '../support/service-account.ts';
import { partsOf, verifyByOpenssl } from '../support/verify-jwt.ts';

describe.each([2048, 4096])('a token signed with a key of %i bits', (bits) => {
  const pem = rsaKey(bits);
  const signed = async (): Promise<string> => {
    const account = new ServiceAccount(accountFile(pem));
    const { keyId, subAccount } = account;
    return signJwt({ key: await importSigningKey(account), keyId, subAccount, issuedAt: 1_735_689_600 });
  };

  it('has the header and the claims that Huawei wants, and nothing besides', async () => {
    expect(partsOf(await signed())).toEqual({
      header: { kid: '0d2c1e6a4b5f47c98a7b6c5d4e3f2a1b', typ: 'JWT', alg: 'PS256' },
      claims: {
        iss: '114514191',
        aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
        iat: 1_735_689_600,
        exp: 1_735_693_200,
      },
    });
  });

  it('is verified by OpenSSL as RSA-PSS with SHA-256 and a salt of 32 bytes', async () => {
    expect(verifyByOpenssl(await signed(), pem)).toBe('Verified OK\n');
  });

  it('is not verified by OpenSSL when a letter of it was changed', async () => {
    const jwt = await signed();
    const forged = jwt.replace(
      /\.([^.]+)\./,
      (_whole, claims: string) => `.${claims.slice(0, -1)}${claims.endsWith('A') ? 'B' : 'A'}.`,
    );
    expect(forged).not.toBe(jwt);
    expect(() => verifyByOpenssl(forged, pem)).toThrow();
  });
});
