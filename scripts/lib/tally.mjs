// @ts-check
import { rmSync } from 'node:fs';
import { readJson } from './read-json.mjs';

/**
 * How the tests ended. `failed` counts tests, and beside them whatever else made the run fail: a file that could
 * not be loaded, a hook, an error that nothing caught.
 *
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally
 */

/**
 * The line that ends `npm test`.
 *
 * @param {Tally} tally
 * @returns {string}
 */
export const formatTally = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;

/**
 * Reads what the reporter wrote, and removes it. Without the file no test has run to its end.
 *
 * @param {string} file
 * @returns {Tally}
 */
export function readTally(file) {
  try {
    const tally = /** @type {Tally} our own reporter's */ (readJson(file));
    rmSync(file);
    return tally;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }; // the exit code says that something failed
  }
}
