// @ts-check
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readJson } from './read-json.mjs';
import { runProgram } from './steps.mjs';

/** @typedef {import('./steps.mjs').StepResult} StepResult */

/**
 * @typedef {object} Place
 * @property {import('./children.mjs').Children} children
 * @property {string} root
 * @property {string} node
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * The script behind a program of a development dependency, to be run by our Node: a shim in `.bin` would go
 * through a shell and the search path.
 *
 * @param {string} root
 * @param {string} name of the package and of its program
 * @returns {string}
 */
export function scriptOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = /** @type {{ bin: string | Record<string, string> }} npm's own format */ (
    readJson(join(folder, 'package.json'))
  );
  const script = typeof bin === 'string' ? bin : bin[name === 'typescript' ? 'tsc' : name];
  if (script === undefined) throw new TypeError(`The package ${name} has no program of its name.`);
  return join(folder, script);
}

/**
 * Runs a script with our Node.
 *
 * @param {Place} place
 * @param {readonly string[]} args the script, and what it is given
 * @returns {Promise<StepResult>}
 */
export const script = ({ children, root, node, env }, args) =>
  runProgram(children, { file: node, args, cwd: root, env });

/**
 * Runs a task of every package that has changed since it last went well.
 *
 * @param {Place} place
 * @param {string} task
 * @returns {Promise<StepResult>}
 */
export const turbo = (place, task) =>
  script(place, [
    scriptOf(place.root, 'turbo'),
    'run',
    task,
    '--continue=dependencies-successful',
    '--output-logs=errors-only',
    '--log-order=grouped',
    `--concurrency=${availableParallelism()}`,
  ]);
