import { mayPass, ProblemError } from '../api/errors.js';
import { waitsBetween } from '../api/waits.js';

/** @typedef {import('../api/types.d.ts').Recall} Recall */

/** So many tries without a step forward, and a person is asked. */
const MOST_TRIES = 8;

const TYPES = { txt: 'text/plain', ndjson: 'application/x-ndjson' };

/**
 * Begins a recall without any of its list: the recall is there before the first part, so that whatever breaks
 * off can be gone on with. The same `idempotencyKey` is the same recall, however often it is asked for.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, query: URLSearchParams, format: 'txt' | 'ndjson', idempotencyKey: string }} request
 * @returns {Promise<Recall>}
 */
export const beginUpload = (client, { path, query, format, idempotencyKey }) =>
  trying(new AbortController().signal, () =>
    client.read(`${path}?${query.toString()}`, {
      method: 'POST',
      headers: {
        'Content-Type': TYPES[format],
        'Idempotency-Key': idempotencyKey,
        'Upload-Complete': '?0',
      },
      body: new Blob(),
    }),
  );

/**
 * Sends a list from where it stands, part by part. What breaks off goes on where the gateway says it stood.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, list: import('./open-list.js').List, recall: Recall }} upload `path` of the recall
 * @param {{ onOffset: (offset: number) => void, signal: AbortSignal }} options
 * @returns {Promise<Recall>} the recall, once its list is complete
 */
export async function sendList(client, { path, list, recall }, { onOffset, signal }) {
  let current = recall;
  const isComplete = () => current.state !== 'uploading' || current.upload?.complete === true;
  const standing = () => current.upload?.offset ?? 0;
  while (!isComplete()) {
    const before = standing();
    onOffset(before);
    current = await trying(
      signal,
      async () => (isComplete() ? current : sendPart(client, { path, list, offset: standing() }, signal)),
      async () => {
        current = await client.read(path, { signal });
      },
    );
    if (!isComplete() && standing() === before) {
      throw new Error('a line of the list is longer than a part: is this the right file?');
    }
  }
  onOffset(standing());
  return current;
}

/**
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, list: import('./open-list.js').List, offset: number }} where
 * @param {AbortSignal} signal
 * @returns {Promise<Recall>}
 */
async function sendPart(client, { path, list, offset }, signal) {
  const { body, isLast } = await list.part(offset);
  return client.read(`${path}/targets`, {
    method: 'PATCH',
    signal,
    headers: {
      'Content-Type': TYPES[list.format],
      'Upload-Offset': String(offset),
      'Upload-Complete': isLast ? '?1' : '?0',
    },
    body,
  });
}

/**
 * @template Result
 * @param {AbortSignal} signal
 * @param {() => Promise<Result>} work
 * @param {() => Promise<void>} [catchUp] finds out how things stand, before the next try
 * @returns {Promise<Result>}
 */
async function trying(signal, work, catchUp) {
  const waits = waitsBetween(signal);
  for (;;) {
    try {
      if (waits.taken > 0) await catchUp?.();
      return await work();
    } catch (error) {
      const isBehind = error instanceof ProblemError && error.kind === 'upload-offset';
      if (signal.aborted || waits.taken === MOST_TRIES || !(mayPass(error) || isBehind)) throw error;
      await waits.next();
    }
  }
}
