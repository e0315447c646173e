// @ts-check
import { writeFileSync } from 'node:fs';

/** @typedef {import('vitest/node').Reporter} Reporter */
/** @typedef {import('vitest/node').TestModule} TestModule */
/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * Counts a run of vitest for the last line of `npm test`.
 *
 * @param {readonly TestModule[]} modules
 * @param {number} uncaught errors that no test caught
 * @returns {Tally}
 */
export function countTests(modules, uncaught) {
  const tally = { passed: 0, failed: uncaught, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that is still pending after the run has been cut off: it did not pass.
      tally[state === 'pending' ? 'failed' : state] += 1;
    }
    const containers = [module, ...module.children.allSuites()];
    tally.failed += containers.filter((container) => container.errors().length > 0).length;
  }
  return tally;
}

/**
 * Writes the count to the file that UNPUSH_TALLY_FILE names.
 *
 * @implements {Reporter}
 */
export default class TallyReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    const file = process.env['UNPUSH_TALLY_FILE'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(countTests(modules, errors.length)));
  }
}
