// @ts-check
import { readFileSync } from 'node:fs';

/**
 * @param {string} file
 * @returns {unknown} for the caller, who knows the file, to say what it is
 */
export function readJson(file) {
  /** @type {unknown} */
  const value = JSON.parse(readFileSync(file, 'utf8'));
  return value;
}
