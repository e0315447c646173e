#!/usr/bin/env node
// @ts-check
// `npm run demo`, `npm test` and `npm run unpush -- …` from a fresh clone, with any Node from 20 on and npm alone.
//
// Everything they need is set up first: a Node that fits, the pinned pnpm, the dependencies, the build. This
// file and lib/ therefore import nothing but Node itself, and nothing newer than Node 20 knows.
// See docs/decisions/bootstrap.md.
import { createChildren } from './lib/children.mjs';
import { root } from './lib/root.mjs';
import { createSteps } from './lib/steps.mjs';
import { runDemo } from './jobs/demo.mjs';
import { runTests } from './jobs/test.mjs';
import { runUnpush } from './jobs/unpush.mjs';

/** @typedef {import('./lib/job.mjs').Job} Job */

/** @type {ReadonlyMap<string, Job>} */
const JOBS = new Map([
  ['demo', runDemo],
  ['test', runTests],
  ['unpush', runUnpush],
]);

const [name = '', ...words] = process.argv.slice(2);
const job = JOBS.get(name);

if (job === undefined) {
  process.stderr.write(`Usage: node scripts/run.mjs ${[...JOBS.keys()].join('|')} [arguments]\n`);
  process.exitCode = 2;
} else {
  const children = createChildren({ host: process });
  // The command line's standard output is data, and may be piped
  const output = name === 'unpush' ? process.stderr : process.stdout;
  const steps = createSteps({
    children,
    write: (text) => output.write(text),
    isTerminal: output.isTTY,
  });
  process.exitCode = await job({ root, words, steps, children, env: process.env });
}
