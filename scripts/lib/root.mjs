// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson } from './read-json.mjs';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ readonly engines: { readonly node: string }, readonly packageManager: string }} RootManifest */

/**
 * The root's package.json, of which set-up needs two pins.
 *
 * @param {string} folder
 */
export const readManifest = (folder) =>
  /** @type {RootManifest} our own file */ (readJson(join(folder, 'package.json')));
