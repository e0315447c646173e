// @ts-check
import { createReadStream } from 'node:fs';
import { BATCH } from './rival-settings.js';

/**
 * Reads a list of tokens, one a line, and gives them 1000 at a time; holds one piece of the file at once.
 *
 * @param {string} path
 */
export async function* readBatches(path) {
  let rest = '';
  /** @type {string[]} */
  let batch = [];
  for await (const piece of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 18 })) {
    const lines = `${rest}${String(piece)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') batch.push(line);
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
  }
  if (rest !== '') batch.push(rest);
  if (batch.length > 0) yield batch;
}
