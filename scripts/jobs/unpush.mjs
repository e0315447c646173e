// @ts-check
import { join } from 'node:path';
import { setUp } from '../lib/set-up.mjs';

/**
 * `npm run unpush -- revoke …`: sets up what is missing, then hands the terminal to the built command line.
 *
 * @type {import('../lib/job.mjs').Job}
 */
export async function runUnpush(input) {
  const { root, words, steps, children, env } = input;
  const workshop = await setUp(input);
  if (workshop === undefined || steps.exitCode() !== 0) return steps.exitCode();
  const { code } = await children.run({
    file: workshop.node,
    args: [join(root, 'apps', 'cli', 'dist', 'bin.js'), ...words],
    // Where npm was called, so that files are named from there
    cwd: env['INIT_CWD'] ?? root,
    env: workshop.env,
    onTerminal: true,
  });
  return code;
}
