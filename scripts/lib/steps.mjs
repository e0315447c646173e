// @ts-check
import { constants } from 'node:os';

/**
 * What a step came to. `note` is a word for its line; `output` is printed in full when it failed.
 *
 * @typedef {{ readonly ok: true, readonly note?: string } | { readonly ok: false, readonly code: number, readonly output: string }} StepResult
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} [needs] names of steps without which this one makes no sense
 * @property {() => Promise<StepResult>} action
 */

/** @typedef {'ok' | 'failed' | 'interrupted' | 'not run'} StepState */

/**
 * @typedef {object} Steps
 * @property {(step: Step) => Promise<boolean>} run whether it went well
 * @property {() => ReadonlyMap<string, StepState>} states in the order they came
 * @property {() => number} exitCode of the first step that failed; 128 + the signal's number once interrupted
 * @property {(text: string) => void} write
 */

/** @typedef {import('./children.mjs').Children} Children */

const NAME_WIDTH = 15;

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`.padStart(8);

/**
 * @typedef {object} StepsOptions
 * @property {Pick<Children, 'interrupted'>} children
 * @property {(text: string) => void} write
 * @property {() => number} [now] in milliseconds
 * @property {boolean} [isTerminal] shows the seconds of the running step
 */

/**
 * Runs steps one after another, each on one line with the time it took. What a step says is kept back, and
 * printed in full when it fails.
 *
 * @param {StepsOptions} options
 * @returns {Steps}
 */
export function createSteps({ children, write, now = () => performance.now(), isTerminal = false }) {
  /** @type {Map<string, StepState>} */
  const states = new Map();
  let firstFailure = 0;

  return {
    write,
    states: () => states,
    exitCode: () => {
      const signal = children.interrupted();
      return signal === undefined ? firstFailure : 128 + constants.signals[signal];
    },
    run: async ({ name, needs = [], action }) => {
      if (children.interrupted() !== undefined || needs.some((other) => states.get(other) !== 'ok')) {
        states.set(name, 'not run');
        return false;
      }
      const head = `  ${name.padEnd(NAME_WIDTH)} `;
      write(head);
      const begun = now();
      const ticking = isTerminal
        ? setInterval(() => write(`\r${head}${seconds(now() - begun)}`), 1000)
        : undefined;
      const result = await action();
      clearInterval(ticking);
      if (ticking !== undefined) write(`\r${head}`);
      const took = seconds(now() - begun);
      if (children.interrupted() !== undefined) {
        // Whatever it says: turbo ends well when it is told to stop.
        write(`${took}  interrupted\n\n${result.ok ? '' : `${result.output.trimEnd()}\n\n`}`);
        states.set(name, 'interrupted');
        return false;
      }
      if (result.ok) {
        write(`${took}  ok${result.note === undefined ? '' : `, ${result.note}`}\n`);
        states.set(name, 'ok');
        return true;
      }
      const code = result.code === 0 ? 1 : result.code;
      write(`${took}  FAILED (exit code ${code})\n\n${result.output.trimEnd()}\n\n`);
      states.set(name, 'failed');
      if (firstFailure === 0) firstFailure = code;
      return false;
    },
  };
}

/**
 * A step that is one program.
 *
 * @param {Children} children
 * @param {import('./children.mjs').Command} command
 * @returns {Promise<StepResult>}
 */
export async function runProgram(children, command) {
  const { code, output } = await children.run(command);
  return code === 0 ? { ok: true } : { ok: false, code, output };
}
