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
 * @param {{ format: 'txt' | 'ndjson', name: string, isList: boolean }} file `isList`: somebody says that it is one, where
 * what looks like columns may be targets that hold commas
 */
export function refuseWrong(head, { format, name, isList }) {
  if (head.bytes.length === 0) throw new WrongListError('empty');
  const binary = binaryLook(head.bytes);
  if (binary !== undefined) throw new WrongListError(binary);
  const text = textOf(head);
  if (text === undefined || text.includes('\0')) throw new WrongListError('binary');
  const { whole, cut } = linesOf(text, head.isAll);
  const first = whole[0] ?? cut;
  if (first === '') return;
  if (/^<(!doctype|html|\?xml)/i.test(first)) throw new WrongListError('markup');
  const isCut = whole.length === 0;
  const isTooLong = isCut && first.length > LONGEST_TARGET;
  if (format === 'ndjson') {
    // One line of it holds one target, at the most
    if (first.startsWith('[')) throw new WrongListError('json');
    // The target may be one of many fields
    if (isTooLong && !first.startsWith('{')) throw new WrongListError('long-line');
    if (!isCut && !isJson(first)) throw new WrongListError('no-json');
    return;
  }
  if (/^[[{]/.test(first) && (isCut || isJson(first) || OPEN_JSON.test(first)))
    throw new WrongListError('json');
  if (isTooLong) throw new WrongListError('long-line');
  const columns = isList ? undefined : columnsOf(whole, name);
  if (columns !== undefined) throw new WrongListError('columns', columns);
}

/** The first line of JSON that goes on in the next one. */
const OPEN_JSON = /^[[{]\s*(["[{].*[[{:,])?$/;

/** In UTF-16. What fills the head is longer, whatever its letters are; blank lines may come before it. */
const LONGEST_TARGET = HEAD_BYTES / 4;

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

/**
 * @param {string} text
 * @param {boolean} isAll
 * @returns {{ whole: readonly string[], cut: string }} lines that are not blank, and what there is of the one that is cut
 */
function linesOf(text, isAll) {
  const lines = text.split('\n');
  const cut = isAll ? '' : (lines.pop() ?? '');
  return { whole: lines.map((line) => line.trim()).filter((line) => line !== ''), cut: cut.trim() };
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
