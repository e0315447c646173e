import { mayPass, OutOfReachError, ProblemError } from '../api/errors.js';
import { waitsBetween } from '../api/waits.js';
import { OtherListError } from './other-list-error.js';

/** @typedef {import('../api/types.d.ts').Recall} Recall */
/** @typedef {import('./open-list.js').List} List */

/** So many tries without a step forward, and a person is asked. Of a gateway that is not reached, a list is patient. */
const MOST_TRIES = 8;

const TYPES = { txt: 'text/plain', ndjson: 'application/x-ndjson' };

/**
 * How far a list has come at the gateway.
 *
 * @typedef {object} Standing
 * @property {number} offset in bytes after gunzip
 * @property {boolean} isComplete
 * @property {number} [length] of the whole list, where whoever began it has said so
 */

/**
 * Begins a recall without any of its list: the recall is there before the first part, so that whatever breaks
 * off can be gone on with. The same `idempotencyKey` is the same recall, however often it is asked for.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, query: URLSearchParams, list: List, idempotencyKey: string }} request
 * @param {(error: unknown) => void} onBreak
 * @returns {Promise<Recall>}
 */
export const beginUpload = (client, { path, query, list, idempotencyKey }, onBreak) =>
  trying({ signal: new AbortController().signal, onBreak, isPatient: false }, () =>
    client.read(`${path}?${query.toString()}`, {
      method: 'POST',
      headers: {
        'Content-Type': TYPES[list.format],
        'Idempotency-Key': idempotencyKey,
        'Upload-Complete': '?0',
        'Upload-Length': String(list.bytes),
      },
      body: new Blob(),
    }),
  );

/**
 * Asks how far a list has come. Whoever may send it may ask.
 *
 * @param {import('../api/client.js').Client} client
 * @param {string} path of the recall
 * @param {AbortSignal} signal
 * @returns {Promise<Standing>}
 */
export async function readStanding(client, path, signal) {
  const { headers } = await client.call(`${path}/targets`, { method: 'HEAD', signal });
  const length = headers.get('Upload-Length');
  return {
    offset: Number(headers.get('Upload-Offset') ?? '0'),
    isComplete: headers.get('Upload-Complete') === '?1',
    ...(length === null ? {} : { length: Number(length) }),
  };
}

/** @param {Recall} recall @returns {Standing} */
export const standingOf = ({ state, upload }) => ({
  offset: upload?.offset ?? 0,
  isComplete: state !== 'uploading' || upload?.complete === true,
});

/**
 * Sends a list from where it stands, part by part. What breaks off goes on where the gateway says it stood. Rejects with
 * `OtherListError`, before anything is sent, where the list cannot be the one that stands there.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, list: List, standing: Standing }} upload `path` of the recall
 * @param {{ onOffset: (offset: number) => void, onBreak: (error: unknown) => void, signal: AbortSignal }} options
 * `onBreak` is told of what is tried again
 * @returns {Promise<Recall | undefined>} the recall, once its list is complete; nothing where that answer was lost
 */
export async function sendList(client, { path, list, standing }, { onOffset, onBreak, signal }) {
  let now = standing;
  /** @type {Recall | undefined} */
  let recall;
  const isComplete = () => now.isComplete;
  while (!isComplete()) {
    const before = now.offset;
    onOffset(before);
    await trying(
      { signal, onBreak, isPatient: true },
      async () => {
        if (isComplete()) return;
        refuseOther(list, now);
        recall = await sendPart(client, { path, list, offset: now.offset }, signal);
        now = standingOf(recall);
      },
      async () => {
        now = await readStanding(client, path, signal);
        onOffset(now.offset);
      },
    );
    if (!isComplete() && now.offset === before) {
      throw new Error('a line of the list is longer than a part: is this the right file?');
    }
  }
  onOffset(list.bytes);
  return recall !== undefined && standingOf(recall).isComplete ? recall : undefined;
}

/**
 * Another file would complete the list with what does not belong to it.
 *
 * @param {List} list
 * @param {Standing} standing
 */
function refuseOther({ bytes }, { offset, length = bytes }) {
  if (length !== bytes || offset > bytes) throw new OtherListError({ bytes, offset, length });
}

/**
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, list: List, offset: number }} where
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
 * @param {{ signal: AbortSignal, onBreak: (error: unknown) => void, isPatient: boolean }} options
 * @param {() => Promise<Result>} work
 * @param {() => Promise<void>} [catchUp] finds out how things stand, before the next try
 * @returns {Promise<Result>}
 */
async function trying({ signal, onBreak, isPatient }, work, catchUp) {
  const waits = waitsBetween(signal);
  let failed = 0;
  for (;;) {
    let isReached = false;
    try {
      if (waits.taken > 0) {
        await catchUp?.();
        isReached = true;
      }
      return await work();
    } catch (error) {
      const isBehind = error instanceof ProblemError && error.kind === 'upload-offset';
      // The line comes back some time, and then it goes on; whoever waits is told. Where the gateway is reached, and only
      // the list does not get through, patience mends nothing
      if (!isPatient || isReached || !(error instanceof OutOfReachError)) failed += 1;
      if (signal.aborted || failed > MOST_TRIES || !(mayPass(error) || isBehind)) throw error;
      onBreak(error);
      await waits.next();
    }
  }
}
