// @ts-check
import { readFile } from 'node:fs/promises';
import { Pool } from 'undici';
import { createSigner } from './sign-jwt.js';

/**
 * Connections that stay open to the vendor, and one JWT for all of them. `post` sends a body, reads the whole
 * answer and gives its status; it throws for one that no repetition can mend.
 *
 * @param {import('./rival-settings.js').RivalSettings} settings
 */
export async function openPool({ url, clientId, ca, serviceAccount, concurrency }) {
  const connect = { ca: await readFile(ca, 'utf8') };
  const pool = new Pool(url, { connections: concurrency, connect });
  const sign = await createSigner(serviceAccount);
  const path = `/v1/${clientId}/messages:revoke`;
  const authorization = `Bearer ${await sign()}`;
  const headers = { 'content-type': 'application/json', authorization, 'push-type': '0' };
  /** @param {string | Uint8Array} body */
  const post = async (body) => {
    const { statusCode, body: answer } = await pool.request({ path, method: 'POST', headers, body });
    const text = await answer.text();
    if (statusCode !== 200 && statusCode < 500) throw new Error(`HTTP ${statusCode}: ${text}`);
    return statusCode;
  };
  return { post, close: () => pool.close() };
}
