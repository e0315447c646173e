import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { wranglerCommand, wranglerEnv } from '../../scripts/local/wrangler.ts';

const GATEWAY = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Has wrangler build the Worker as it is deployed, from the packages as they were built; it lies in the folder as
 * `worker.js`, and all else beside it.
 */
export async function buildWorker(folder: string): Promise<void> {
  const [file, args, cwd] = wranglerCommand(['deploy', '--dry-run', '--metafile', '--outdir', folder]);
  // Without the condition by which imports lead to the sources
  const env = { ...wranglerEnv(folder), WRANGLER_BUILD_CONDITIONS: undefined };
  await promisify(execFile)(file, [...args], { cwd, env });
}

/** Writes a wrangler.jsonc like that of the gateway, for what {@link buildWorker} has built into this folder. */
export async function configOfBuilt(folder: string): Promise<string> {
  const config = await readFile(join(GATEWAY, 'wrangler.jsonc'), 'utf8');
  const built = join(folder, 'wrangler.jsonc');
  const text = config
    .replace('"src/worker.ts"', `${JSON.stringify(join(folder, 'worker.js'))}, "no_bundle": true`)
    .replace('"public"', JSON.stringify(join(GATEWAY, 'public')));
  await writeFile(built, text);
  return built;
}
