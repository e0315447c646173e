// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readJson } from './read-json.mjs';

/**
 * The fields of a package.json that the rules look at.
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} [version]
 * @property {boolean} [private]
 * @property {string} [description]
 * @property {string} [license]
 * @property {string} [type]
 * @property {boolean} [sideEffects]
 * @property {{ url?: string, directory?: string }} [repository]
 * @property {string} [homepage]
 * @property {string} [bugs]
 * @property {readonly string[]} [keywords]
 * @property {Readonly<Record<string, string | Readonly<Record<string, string>>>>} [exports]
 * @property {readonly string[]} [files]
 * @property {{ access?: string, provenance?: boolean }} [publishConfig]
 * @property {{ node?: string }} [engines]
 * @property {Readonly<Record<string, string>>} [scripts]
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [peerDependencies]
 * @property {Readonly<Record<string, string>>} [devDependencies]
 */

/**
 * @typedef {object} Package
 * @property {string} folder below the root, with slashes
 * @property {Manifest} manifest
 */

/** As in pnpm-workspace.yaml: folders of packages, and packages that stand alone. */
const HOMES = ['packages', 'apps', 'examples'];
const ALONE = ['bench'];

/** What is made, not written. */
const MADE = new Set(['.git', 'node_modules', 'dist', '.turbo', 'coverage']);

/**
 * Every package of the workspace.
 *
 * @param {string} root
 * @returns {readonly Package[]}
 */
export const packagesOf = (root) =>
  HOMES.filter((home) => existsSync(join(root, home)))
    .flatMap((home) => readdirSync(join(root, home)).map((name) => `${home}/${name}`))
    .concat(ALONE)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({
      folder,
      manifest: /** @type {Manifest} */ (readJson(join(root, folder, 'package.json'))),
    }));

/**
 * Every file below a folder, with slashes and without what is made.
 *
 * @param {string} root
 * @param {string} [folder]
 * @returns {readonly string[]}
 */
export function walk(root, folder = root) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (MADE.has(entry.name)) return [];
    return entry.isDirectory() ? walk(root, path) : [relative(root, path).split(sep).join('/')];
  });
}

/**
 * The files that are in git or would be added; of a copy without git, every file that is not made.
 *
 * @param {string} root
 * @returns {readonly string[]}
 */
export function filesOf(root) {
  if (!existsSync(join(root, '.git'))) return walk(root);
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // What is deleted but not yet staged is listed too.
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}
