// @ts-check
import { join } from 'node:path';
import { setUp } from '../lib/set-up.mjs';

/**
 * `npm run demo`: sets up what is missing, then hands the terminal to the demo.
 *
 * @type {import('../lib/job.mjs').Job}
 */
export async function runDemo(input) {
  const { root, words, steps, children } = input;
  steps.write('Setting up (seconds each step took):\n');
  const workshop = await setUp(input);
  if (workshop === undefined || steps.exitCode() !== 0) return steps.exitCode();
  steps.write('\n');
  const { code } = await children.run({
    file: workshop.node,
    args: [join(root, 'examples', 'demo', 'src', 'main.ts'), ...words],
    cwd: root,
    env: workshop.env,
    onTerminal: true,
  });
  return code;
}
