import { gunzippedList } from './gunzipped-list.js';
import { headOf } from './head-of.js';
import { refuseWrong } from './refuse-wrong.js';
import { survey } from './survey.js';
import { WrongListError } from './wrong-list-error.js';

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
 * @property {number} bytes after gunzip
 * @property {number} lines those that are not empty
 * @property {(offset: number) => Promise<Part>} part what comes from there on, in bytes after gunzip
 */

/**
 * Opens the file of targets that somebody has chosen, and reads it once, for how long it is. What is gzip is unpacked
 * here, since a part in the middle of it could not be read by itself. Rejects with `WrongListError` where it is no list.
 *
 * @param {File} file
 * @param {{ isList: boolean }} said `isList`: somebody says that it is a list, also where it looks like columns
 * @returns {Promise<List>}
 */
export async function openList(file, { isList }) {
  const format = formatOf(file.name);
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = first === 0x1f && second === 0x8b;
  const stream = () => (isGzip ? gunzipped(file) : file.stream());
  const { bytes, lines } = await (async () => {
    refuseWrong(await headOf(stream()), { format, name: file.name, isList });
    return survey(stream());
  })().catch((/** @type {unknown} */ error) => {
    // So a browser says that what it unpacks is broken, or ends too soon
    throw isGzip && error instanceof TypeError ? new WrongListError('gzip') : error;
  });
  if (lines === 0) throw new WrongListError('blank');
  if (isGzip) return { format, bytes, lines, part: gunzippedList(() => gunzipped(file), PART_BYTES) };
  return {
    format,
    bytes,
    lines,
    part: (offset) =>
      Promise.resolve({
        body: file.slice(offset, offset + PART_BYTES),
        isLast: offset + PART_BYTES >= bytes,
      }),
  };
}

/** @param {File} file */
const gunzipped = (file) => file.stream().pipeThrough(new DecompressionStream('gzip'));

/**
 * How a list is written, by the name of its file.
 *
 * @param {string} name
 * @returns {'txt' | 'ndjson'}
 */
export const formatOf = (name) => (/\.(ndjson|jsonl)(\.gz)?$/i.test(name) ? 'ndjson' : 'txt');
