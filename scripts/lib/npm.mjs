// @ts-check
import { basename } from 'node:path';

/**
 * npm, which is all there is before set-up.
 *
 * @typedef {object} Npm
 * @property {(specifier: string, command: string) => Promise<import('./children.mjs').Ending>} exec runs a shell command that sees the programs of a package of the registry
 * @property {(keys: readonly string[]) => Promise<ReadonlyMap<string, string>>} config the settings that have a value
 */

/**
 * The npm that started us, or else the one on the search path. It always runs on the Node it was installed with:
 * npm looks for its global configuration (certificates, a proxy) beside that.
 *
 * @param {{ children: import('./children.mjs').Children, root: string, env: NodeJS.ProcessEnv }} options
 * @returns {Npm}
 */
export function createNpm({ children, root, env }) {
  const starter = env['npm_execpath'] ?? '';
  const ownNpm = basename(starter) === 'npm-cli.js';
  /** @param {readonly string[]} args */
  const run = (args) =>
    children.run({
      file: ownNpm ? process.execPath : 'npm',
      args: ownNpm ? [starter, ...args] : args,
      cwd: root,
      env,
    });
  return {
    exec: async (specifier, command) => {
      const words = ['--yes', `--package=${specifier}`, '-c', command];
      const cached = await run(['exec', '--prefer-offline', ...words]);
      // What npm remembers of the registry may be older than the version we ask for.
      return cached.code === 0 ? cached : run(['exec', ...words]);
    },
    config: async (keys) => {
      const { code, stdout } = await run(['config', 'get', ...keys]);
      return code === 0 ? readConfig(stdout) : new Map();
    },
  };
}

/**
 * Reads the lines `key=value` of `npm config get key key`.
 *
 * @param {string} text
 * @returns {ReadonlyMap<string, string>}
 */
export function readConfig(text) {
  const lines = text
    .split(/\r?\n/)
    .map((line) => /^([a-z-]+)=(.+)$/.exec(line.trim()))
    .filter((found) => found !== null);
  return new Map(
    lines
      .map(([, key = '', value = '']) => /** @type {const} */ ([key, value]))
      .filter(([, value]) => value !== 'null' && value !== 'undefined'),
  );
}
