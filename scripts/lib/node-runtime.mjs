// @ts-check
import { onSearchPath, searchPathOf } from './search-path.mjs';
import { satisfies } from './versions.mjs';

/**
 * A Node that fits.
 *
 * @typedef {object} NodeRuntime
 * @property {string} file
 * @property {string} version
 * @property {'running' | 'on the search path' | 'fetched by npm'} origin
 */

/**
 * @typedef {object} FindNodeOptions
 * @property {import('./children.mjs').Children} children
 * @property {import('./npm.mjs').Npm} npm
 * @property {NodeJS.ProcessEnv} env
 * @property {string} root
 * @property {string} range what fits, such as `>=22.19`
 * @property {string} pinned the version to fetch when nothing here fits
 * @property {{ file: string, version: string }} running
 */

/**
 * The packages that hold Node for this machine, best first: that of the platform is the bare program, while
 * `node` needs an install script, which some set npm not to run.
 *
 * @param {{ platform: string, arch: string, version: string }} machine
 * @returns {string[]}
 */
export function packagesOfNode({ platform, arch, version }) {
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  const system = platform === 'win32' ? 'win' : platform;
  return [`${prefix}-${system}-${arch}@${version}`, `node@${version}`];
}

/**
 * Finds a Node that fits: the running one, one on the search path, or the pinned one by npm.
 *
 * @param {FindNodeOptions} options
 * @returns {Promise<NodeRuntime | { readonly problem: string }>}
 */
export async function findNode({ children, npm, env, root, range, pinned, running }) {
  if (satisfies(running.version, range)) return { ...running, origin: 'running' };

  /** @param {string} file */
  const versionOf = async (file) => {
    const { code, stdout } = await children.run({ file, args: ['--version'], cwd: root, env });
    return code === 0 ? stdout.trim().replace(/^v/, '') : '';
  };

  for (const file of onSearchPath(searchPathOf(env), 'node')) {
    const version = await versionOf(file);
    if (satisfies(version, range)) return { file, version, origin: 'on the search path' };
  }

  let said = '';
  const machine = { platform: process.platform, arch: process.arch, version: pinned };
  for (const specifier of packagesOfNode(machine)) {
    const { code, stdout, output } = await npm.exec(specifier, 'node -p process.execPath');
    const file = stdout.trim();
    const version = code === 0 && file !== '' ? await versionOf(file) : '';
    if (satisfies(version, range)) return { file, version, origin: 'fetched by npm' };
    said += `${specifier}: ${output.trim()}\n`;
  }
  return {
    problem: `Node ${range} is needed, this is ${running.version}, and npm could not fetch ${pinned}. Install it, or see what npm says:\n\n${said}`,
  };
}
