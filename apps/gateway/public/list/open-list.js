import { gunzippedList } from './gunzipped-list.js';

/** A list goes up in parts of this size, so that what breaks off costs a part at the most. */
export const PART_BYTES = 16 * 1024 * 1024;

/**
 * @typedef {object} Part
 * @property {Blob} body
 * @property {boolean} isLast
 */

/**
 * @typedef {object} List
 * @property {'txt' | 'ndjson'} format
 * @property {boolean} isGzip
 * @property {(offset: number) => Promise<Part>} part what comes from there on, in bytes after gunzip
 */

/**
 * Opens the file of targets that somebody has chosen. What is gzip is unpacked here, since a part in the middle of it
 * could not be read by itself.
 *
 * @param {File} file
 * @param {number} [partBytes]
 * @returns {Promise<List>}
 */
export async function openList(file, partBytes = PART_BYTES) {
  const format = formatOf(file.name);
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0x1f && second === 0x8b) {
    return { format, isGzip: true, part: gunzippedList(file, partBytes) };
  }
  return {
    format,
    isGzip: false,
    part: (offset) =>
      Promise.resolve({
        body: file.slice(offset, offset + partBytes),
        isLast: offset + partBytes >= file.size,
      }),
  };
}

/**
 * How a list is written, by the name of its file.
 *
 * @param {string} name
 * @returns {'txt' | 'ndjson'}
 */
export const formatOf = (name) => (/\.(ndjson|jsonl)(\.gz)?$/i.test(name) ? 'ndjson' : 'txt');
