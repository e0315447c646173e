// @ts-check
import { readFile } from 'node:fs/promises';
import { importPKCS8, SignJWT } from 'jose';

/** @typedef {Readonly<Record<'key_id' | 'private_key' | 'sub_account', string>>} ServiceAccount */

/**
 * Reads the key once, and gives a function that signs a JWT each time it is called.
 *
 * @param {string} path
 */
export async function createSigner(path) {
  const read = /** @type {unknown} */ (JSON.parse(await readFile(path, 'utf8')));
  const account = /** @type {ServiceAccount} */ (read);
  const key = await importPKCS8(account.private_key, 'PS256');
  return () => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token' })
      .setProtectedHeader({ alg: 'PS256', typ: 'JWT', kid: account.key_id })
      .setIssuer(account.sub_account)
      .setIssuedAt(now)
      .setExpirationTime(now + 3600)
      .sign(key);
  };
}
