// @ts-check
// Fixed concurrency with exponential backoff: a JWT kept for its hour, connections kept open, the list streamed.
import { backOff, isWorthRetrying } from './backoff.js';
import { readBatches } from './read-batches.js';
import { readSettings, say } from './rival-settings.js';
import { openPool } from './vendor-pool.js';

const settings = readSettings();
const { post, close } = await openPool(settings);
const batches = readBatches(settings.tokens);
let accepted = 0;
await Promise.all(Array.from({ length: settings.concurrency }, work));
await close();
say(accepted);

async function work() {
  for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
    const token = next.value;
    const body = JSON.stringify({ notifyId: settings.notifyId, token });
    for (let attempt = 0; isWorthRetrying(await post(body)); attempt += 1) await backOff(attempt);
    accepted += token.length;
  }
}
