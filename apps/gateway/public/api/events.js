import { mayPass } from './errors.js';
import { waitsBetween } from './waits.js';

/** @typedef {import('./types.d.ts').Recall} Recall */

const ENDS = ['finished', 'stopped', 'paused'];

/**
 * Watches a recall until its end, by server-sent events over `fetch`: EventSource cannot carry a key. Begins again
 * where the stream breaks off, or says that it ends where the recall has not.
 *
 * @param {import('./client.js').Client} client
 * @param {string} path
 * @param {{ onRecall: (recall: Recall) => void, onBreak: () => void, onGone: () => void, signal: AbortSignal }} options
 * @returns {Promise<void>} resolves once the recall has ended, or is no longer there
 */
export async function watchRecall(client, path, { onRecall, onBreak, onGone, signal }) {
  const waits = waitsBetween(signal);
  for (;;) {
    try {
      const response = await client.call(path, { signal, headers: { Accept: 'text/event-stream' } });
      for await (const { name, text } of eventsOf(response.body ?? new ReadableStream())) {
        if (name === 'gone') {
          onGone();
          return;
        }
        if (name !== 'recall' && name !== 'end') continue;
        const recall = recallOf(text);
        onRecall(recall);
        if (name === 'recall') waits.reset();
        else if (ENDS.includes(recall.state)) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      // A stream that breaks off in the middle rejects with an error of the browser's own
      if (!mayPass(error) && !(error instanceof TypeError)) throw error;
      onBreak();
    }
    if (signal.aborted) return;
    await waits.next();
  }
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @returns {AsyncGenerator<{ readonly name: string, readonly text: string }>}
 */
export async function* eventsOf(body) {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      yield {
        name: valuesOf(lines, 'event').join(''),
        text: valuesOf(lines, 'data').join('\n'),
      };
    }
  }
}

/** @param {string} text @returns {Recall} */
function recallOf(text) {
  /** @type {unknown} */
  const recall = JSON.parse(text);
  return /** @type {Recall} */ (recall);
}

/** @param {readonly string[]} lines @param {string} name */
const valuesOf = (lines, name) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trimStart());
