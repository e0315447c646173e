import { describe, expect, it } from 'vitest';
import { importSigningKey, ServiceAccount, signJwt } from '../../src/index.ts';
import { forge, partsOf, signatureOf } from '../support/jwt-parts.ts';
import { rsaKeyPair } from '../support/rsa-key.ts';
import { accountFile } from '../support/service-account.ts';

describe.each([2048, 4096])('a token signed with a key of %i bits', async (bits) => {
  const { pem, publicKey } = await rsaKeyPair(bits);
  const signed = async (): Promise<string> => {
    const account = new ServiceAccount(accountFile(pem));
    const { keyId, subAccount } = account;
    return signJwt({ key: await importSigningKey(account), keyId, subAccount, issuedAt: 1_735_689_600 });
  };
  const isVerified = (jwt: string, saltLength: number): Promise<boolean> => {
    const { signed, signature } = signatureOf(jwt);
    return crypto.subtle.verify({ name: 'RSA-PSS', saltLength }, publicKey, signature, signed);
  };

  it('has the header and the claims that Huawei wants, and nothing besides', async () => {
    const { header, claims } = partsOf(await signed());
    expect({ header, claims }).toEqual({
      header: { kid: '0d2c1e6a4b5f47c98a7b6c5d4e3f2a1b', typ: 'JWT', alg: 'PS256' },
      claims: {
        iss: '114514191',
        aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
        iat: 1_735_689_600,
        exp: 1_735_693_200,
      },
    });
  });

  it('is verified as RSA-PSS with SHA-256 and a salt of 32 bytes, and of no other length', async () => {
    const jwt = await signed();
    await expect(isVerified(jwt, 32)).resolves.toBe(true);
    await expect(isVerified(jwt, 20)).resolves.toBe(false);
  });

  it('is not verified when a letter of it was changed', async () => {
    const forged = forge(await signed());
    await expect(isVerified(forged, 32)).resolves.toBe(false);
  });
});
