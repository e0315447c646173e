import { columnsOf } from './columns-of.js';
import { WrongListError } from './wrong-list-error.js';

/** @typedef {import('./wrong-list-error.js').Look} Look */

/** So much of a file is looked at. */
export const HEAD_BYTES = 64 * 1024;

/**
 * The beginning of a file, after gunzip.
 *
 * @typedef {object} Head
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {boolean} isAll whether the file ends there
 */

/**
 * Refuses a file that is no list of targets, by its beginning: before millions of lines go up for nothing.
 *
 * @param {Head} head
 * @param {{ format: 'txt' | 'ndjson', name: string }} file
 */
export function refuseWrong(head, { format, name }) {
  if (head.bytes.length === 0) throw new WrongListError('empty');
  const binary = binaryLook(head.bytes);
  if (binary !== undefined) throw new WrongListError(binary);
  const text = textOf(head);
  if (text === undefined || text.includes('\0')) throw new WrongListError('binary');
  const lines = linesOf(text, head.isAll);
  const [first] = lines;
  if (first === undefined) return;
  if (/^<(!doctype|html|\?xml)/i.test(first)) throw new WrongListError('markup');
  if (format === 'ndjson') {
    if (!isJson(first)) throw new WrongListError('no-json');
    return;
  }
  // A number is JSON, and can be the id of a user
  if (/^[{["]/.test(first) && (isJson(first) || /^\[\s*$/.test(first))) throw new WrongListError('json');
  const columns = columnsOf(lines, name);
  if (columns !== undefined) throw new WrongListError('columns', columns);
}

/** What begins with these bytes is of this kind. */
const MAGIC = /** @type {readonly (readonly [Look, ...number[]])[]} */ ([
  ['picture', 0x89, 0x50, 0x4e, 0x47],
  ['picture', 0xff, 0xd8, 0xff],
  ['picture', 0x47, 0x49, 0x46, 0x38],
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['zip', 0x50, 0x4b, 0x03, 0x04],
  ['utf-16', 0xff, 0xfe],
  ['utf-16', 0xfe, 0xff],
]);

/** @param {Uint8Array} bytes @returns {Look | undefined} */
const binaryLook = (bytes) =>
  MAGIC.find(([, ...magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0];

/** @param {Head} head @returns {string | undefined} nothing where it is no UTF-8 */
function textOf({ bytes, isAll }) {
  try {
    // What is cut within a character at its end is good
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isAll });
  } catch {
    return undefined;
  }
}

/** @param {string} text @param {boolean} isAll @returns {readonly string[]} whole lines that are not blank */
function linesOf(text, isAll) {
  const lines = text.split('\n');
  // It may be cut
  if (!isAll) lines.pop();
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
