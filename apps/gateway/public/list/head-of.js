import { HEAD_BYTES } from './refuse-wrong.js';

/**
 * Reads the beginning of a stream, and lets go of the rest.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @returns {Promise<import('./refuse-wrong.js').Head>}
 */
export async function headOf(stream) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let read = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    read += chunk.length;
    if (read > HEAD_BYTES) break;
  }
  const bytes = new Uint8Array(await new Blob(chunks).slice(0, HEAD_BYTES).arrayBuffer());
  return { bytes, isAll: read <= HEAD_BYTES };
}
