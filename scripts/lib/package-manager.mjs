// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onSearchPath } from './search-path.mjs';

/**
 * Fetches the pinned pnpm by npm.
 *
 * A pnpm that happens to be installed is not asked for its version: inside this folder an older one would fetch
 * yet another, and a shim of corepack would too.
 *
 * @param {{ children: import('./children.mjs').Children, npm: import('./npm.mjs').Npm, root: string, env: NodeJS.ProcessEnv, pin: string }} options
 * @returns {Promise<{ readonly folder: string, readonly version: string } | { readonly problem: string }>}
 */
export async function fetchPnpm({ children, npm, root, env, pin }) {
  const specifier = pin.replace(/\+.*$/, '');
  const { code, stdout, output } = await npm.exec(specifier, 'node -p process.env.PATH');
  const [file] = code === 0 ? onSearchPath(stdout.trim(), 'pnpm') : [];
  if (file === undefined) return { problem: `npm could not fetch ${specifier}:\n\n${output}` };
  const asked = await children.run({ file, args: ['--version'], cwd: root, env });
  const version = asked.stdout.trim();
  if (`pnpm@${version}` !== specifier) {
    return { problem: `${specifier} is wanted, but what npm fetched answers:\n\n${asked.output}` };
  }
  return { folder: dirname(file), version };
}

/** npm's settings that decide where packages come from. pnpm reads .npmrc files itself, but not npm's variables. */
const HANDED_ON = ['registry', 'proxy', 'https-proxy', 'noproxy', 'cafile'];

/**
 * The environment in which pnpm fetches from where npm does, and writes into the clone only.
 *
 * @param {{ npm: import('./npm.mjs').Npm, root: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function environmentOfPnpm({ npm, root, env }) {
  const settings = [...(await npm.config(HANDED_ON))].map(
    ([key, value]) => /** @type {const} */ ([`pnpm_config_${key.replaceAll('-', '_')}`, value]),
  );
  const modules = join(root, 'node_modules');
  return {
    ...env,
    ...Object.fromEntries(settings),
    ...(storeInUse(modules) === 'elsewhere' ? {} : { pnpm_config_store_dir: join(modules, '.pnpm-store') }),
    pnpm_config_cache_dir: join(modules, '.cache', 'pnpm'),
    pnpm_config_state_dir: join(modules, '.cache', 'pnpm-state'),
    // Without a terminal pnpm would rather give up than replace a node_modules of another layout.
    pnpm_config_confirm_modules_purge: 'false',
  };
}

/**
 * Whose store the installed packages are linked to: who has run `pnpm install` before keeps theirs.
 *
 * @param {string} modules the folder node_modules
 * @returns {'none' | 'ours' | 'elsewhere'}
 */
export function storeInUse(modules) {
  let text;
  try {
    text = readFileSync(join(modules, '.modules.yaml'), 'utf8');
  } catch {
    return 'none'; // nothing installed yet
  }
  const found = /^\s*"?storeDir"?: *"?(.+?)"?,?$/m.exec(text);
  return (found?.[1] ?? '').startsWith(join(modules, '.pnpm-store')) ? 'ours' : 'elsewhere';
}
