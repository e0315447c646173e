// @ts-check
// A plain loop as a competent user writes it for tonight: the list in an array, fetch, a JWT for each request,
// JSON.stringify, some requests at a time, and backoff. It keeps no record. NODE_EXTRA_CA_CERTS names the authority.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { backOff, isWorthRetrying } from './backoff.js';
import { BATCH, readSettings, say } from './rival-settings.js';
import { createSigner } from './sign-jwt.js';

const { url, clientId, serviceAccount, notifyId, tokens: path, concurrency } = readSettings();
const sign = await createSigner(serviceAccount);

/** @type {string[]} */
const tokens = [];
for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
  if (line !== '') tokens.push(line);
}

let next = 0;
let accepted = 0;
await Promise.all(Array.from({ length: concurrency }, work));
say(accepted);

async function work() {
  while (next < tokens.length) {
    const token = tokens.slice(next, next + BATCH);
    next += BATCH;
    for (let attempt = 0; isWorthRetrying(await revoke(token)); attempt += 1) await backOff(attempt);
    accepted += token.length;
  }
}

/** @param {readonly string[]} token */
async function revoke(token) {
  const answer = await fetch(`${url}/v1/${clientId}/messages:revoke`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await sign()}`,
      'push-type': '0',
    },
    body: JSON.stringify({ notifyId, token }),
  });
  const text = await answer.text();
  if (!answer.ok && answer.status < 500) throw new Error(`HTTP ${answer.status}: ${text}`);
  return answer.status;
}
