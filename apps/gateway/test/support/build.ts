import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { wranglerCommand, wranglerEnv } from '../../scripts/local/wrangler.ts';

/** Has wrangler build the Worker as it would be deployed; it lies in the folder as `worker.js`, and all else beside it. */
export async function buildWorker(folder: string): Promise<void> {
  const [file, args, cwd] = wranglerCommand(['deploy', '--dry-run', '--metafile', '--outdir', folder]);
  await promisify(execFile)(file, [...args], { cwd, env: wranglerEnv(folder) });
}
