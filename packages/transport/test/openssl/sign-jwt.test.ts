import { describe, expect, it } from 'vitest';
import { importSigningKey, ServiceAccount, signJwt } from '../../src/index.ts';
import { forge } from '../support/jwt-parts.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { accountFile } from '../support/service-account.ts';
import { verifyByOpenssl } from '../support/verify-jwt.ts';

describe.each([2048, 4096])('a token signed with a key of %i bits', async (bits) => {
  const pem = await rsaKey(bits);
  const account = new ServiceAccount(accountFile(pem));
  const { keyId, subAccount } = account;
  const key = await importSigningKey(account);
  const jwt = await signJwt({ key, keyId, subAccount, issuedAt: 1_735_689_600 });

  it('is verified by OpenSSL as RSA-PSS with SHA-256 and a salt of 32 bytes', () => {
    expect(verifyByOpenssl(jwt, pem)).toBe('Verified OK\n');
  });

  it('is not verified by OpenSSL when a letter of it was changed', () => {
    expect(forge(jwt)).not.toBe(jwt);
    expect(() => verifyByOpenssl(forge(jwt), pem)).toThrow();
  });
});
