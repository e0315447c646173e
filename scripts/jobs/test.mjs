// @ts-check
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setUp } from '../lib/set-up.mjs';
import { aptMachine } from '../lib/apt-machine.mjs';
import { settleParts, systemParts, verdictOfParts } from '../lib/system-parts.mjs';
import { formatTally, readTally } from '../lib/tally.mjs';
import { script, scriptOf, turbo } from '../lib/tools.mjs';
import { runProgram } from '../lib/steps.mjs';
import { filesOf } from '../lib/workspace.mjs';

/** @typedef {import('../lib/tools.mjs').Place} Place */
/** @typedef {import('../lib/steps.mjs').Step} Step */

/**
 * `npm test`: sets up what is missing, then runs every check. `npm test -- packages/core` runs just the tests
 * whose file names hold these words.
 *
 * @type {import('../lib/job.mjs').Job}
 */
export async function runTests(input) {
  const { root, words, steps, children, env } = input;
  steps.write('Steps, with the time each took:\n');
  const tallyFile = join(root, 'node_modules', '.cache', 'unpush', `tally-${process.pid}.json`);
  const workshop = await setUp(input);
  /** @type {readonly string[]} */
  let leftOut = [];
  if (workshop !== undefined) {
    const place = { children, root, ...workshop };
    await steps.run({
      name: 'system parts',
      action: async () => {
        const machine = aptMachine({ children, root, env: workshop.env });
        const settled = await settleParts(systemParts(textsOfTests(root)), machine);
        leftOut = settled.missing.flatMap(({ suites }) => suites);
        return verdictOfParts(settled, { continuous: isContinuous(env) });
      },
    });
    if (words.length === 0) await runAll(checks(place), steps);
    await steps.run({ name: 'tests', action: () => vitest(place, { tallyFile, leftOut, words }) });
    if (words.length === 0) await runAll(packaging(place), steps);
  }

  return report({ steps, leftOut, tallyFile });
}

/** @param {string} root @returns {ReadonlyMap<string, string>} */
const textsOfTests = (root) =>
  new Map(
    filesOf(root)
      .filter((file) => /^(?:packages|apps|examples)\/[^/]+\/test\/.*\.ts$/.test(file))
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );

/** @param {NodeJS.ProcessEnv} env */
const isContinuous = (env) => !['', '0', 'false'].includes(env['CI'] ?? '');

/**
 * @param {readonly Step[]} list
 * @param {import('../lib/steps.mjs').Steps} steps
 */
async function runAll(list, steps) {
  for (const step of list) await steps.run(step);
}

/** @param {Place} place @returns {readonly Step[]} */
const checks = (place) => [
  { name: 'lint', action: () => turbo(place, 'lint') },
  {
    name: 'lint of scripts',
    action: () =>
      script(place, [scriptOf(place.root, 'eslint'), 'scripts', '*.config.*', '--max-warnings', '0']),
  },
  { name: 'format', action: () => script(place, [scriptOf(place.root, 'prettier'), '--check', '.']) },
  { name: 'rules', action: () => script(place, [join('scripts', 'check-rules.mjs')]) },
  { name: 'types', action: () => turbo(place, 'typecheck') },
  {
    name: 'types of scripts',
    action: () => script(place, [scriptOf(place.root, 'typescript'), '-p', 'tsconfig.json']),
  },
];

/** @param {Place} place @returns {readonly Step[]} */
const packaging = (place) => [
  {
    name: 'packaging',
    needs: ['build'],
    action: () => script(place, [join('scripts', 'check-packages.mjs')]),
  },
];

/**
 * @param {Place} place
 * @param {{ tallyFile: string, leftOut: readonly string[], words: readonly string[] }} options
 */
function vitest(place, { tallyFile, leftOut, words }) {
  mkdirSync(dirname(tallyFile), { recursive: true });
  return runProgram(place.children, {
    file: place.node,
    args: [
      scriptOf(place.root, 'vitest'),
      'run',
      '--reporter=default',
      `--reporter=${join(place.root, 'scripts', 'lib', 'tally-reporter.mjs')}`,
      ...leftOut.map((glob) => `--exclude=${glob}`),
      ...words,
    ],
    cwd: place.root,
    // vitest keeps a token for its user interface there.
    env: { ...place.env, UNPUSH_TALLY_FILE: tallyFile, XDG_DATA_HOME: dirname(tallyFile) },
  });
}

/**
 * The last lines: which steps did not go well, which suites were left out, and alone on the last line the count.
 *
 * @param {{ steps: import('../lib/steps.mjs').Steps, leftOut: readonly string[], tallyFile: string }} outcome
 * @returns {number} the exit code
 */
function report({ steps, leftOut, tallyFile }) {
  steps.write('\n');
  const states = [...steps.states()];
  for (const wanted of /** @type {const} */ (['ok', 'failed', 'interrupted', 'not run'])) {
    const names = states.filter(([, state]) => state === wanted).map(([name]) => name);
    if (names.length > 0) steps.write(`${wanted}: ${names.join(', ')}\n`);
  }
  if (leftOut.length > 0) steps.write(`suites left out: ${leftOut.join(', ')}\n`);
  steps.write(`${formatTally(readTally(tallyFile))}\n`);
  return steps.exitCode();
}
