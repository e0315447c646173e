// @ts-check
// The floor: undici with bodies that lie ready; no reading, no record, no retry. Nobody sends for less with undici.
import { readBatches } from './read-batches.js';
import { BATCH, readSettings, say } from './rival-settings.js';
import { openPool } from './vendor-pool.js';

/** So few that making them does not show, and sent again and again. */
const BODIES = 8;

const settings = readSettings();
const { post, close } = await openPool(settings);

/** @type {Uint8Array[]} */
const bodies = [];
for await (const token of readBatches(settings.tokens)) {
  bodies.push(Buffer.from(JSON.stringify({ notifyId: settings.notifyId, token })));
  if (bodies.length === BODIES) break;
}

const requests = Math.ceil(settings.targets / BATCH);
let sent = 0;
await Promise.all(Array.from({ length: settings.concurrency }, send));
await close();
say(settings.targets);

async function send() {
  while (sent < requests) {
    const body = bodies[sent % bodies.length] ?? Buffer.alloc(0);
    sent += 1;
    if ((await post(body)) !== 200) throw new Error('refused: the floor is measured without a quota');
  }
}
