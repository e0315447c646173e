// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * A program to start.
 *
 * @typedef {object} Command
 * @property {string} file
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} [onTerminal] give it our stdin, stdout and stderr, and leave Ctrl-C to it
 */

/**
 * How it ended. A program that a signal ended has 128 + the signal's number as its code, as in a shell.
 *
 * @typedef {object} Ending
 * @property {number} code
 * @property {string} output stdout and stderr as they came; empty when it was on the terminal
 * @property {string} stdout
 */

/**
 * @typedef {object} Children
 * @property {(command: Command) => Promise<Ending>} run never rejects; a program that cannot be started has code 127
 * @property {() => NodeJS.Signals | undefined} interrupted the signal that asked us to stop, if one did
 */

/** @typedef {{ on(signal: NodeJS.Signals, listener: () => void): unknown, stdin: { isTTY?: boolean } }} Host */

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** A terminal's Ctrl-C reaches us twice: from the terminal, and from npm, which hands signals on. */
const ONE_PRESS_MS = 400;

/**
 * Starts programs and hands signals on to them.
 *
 * On a terminal every program of the job hears Ctrl-C by itself, so it is not handed on: a program that takes the
 * second one as "at once" would take the first for both. The second Ctrl-C ends quiet programs the hard way.
 *
 * @param {{ host: Host, now?: () => number }} options `now` in milliseconds
 * @returns {Children}
 */
export function createChildren({ host, now = () => performance.now() }) {
  /** @type {Set<{ child: ChildProcess, command: Command }>} */
  const running = new Set();
  /** @type {{ signal: NodeJS.Signals, at: number } | undefined} */
  let first;

  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    const at = now();
    const again = first !== undefined && at - first.at > ONE_PRESS_MS;
    first ??= { signal, at };
    const terminalSaidIt = signal === 'SIGINT' && host.stdin.isTTY === true;
    for (const { child, command } of running) {
      if (again && command.onTerminal !== true) child.kill('SIGKILL');
      else if (!terminalSaidIt) child.kill(signal);
    }
  };
  for (const signal of SIGNALS) {
    host.on(signal, () => {
      onSignal(signal);
    });
  }

  return {
    interrupted: () => first?.signal,
    run: (command) =>
      new Promise((resolve) => {
        const child = spawn(command.file, command.args, {
          cwd: command.cwd,
          env: command.env,
          stdio: command.onTerminal === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
        });
        const entry = { child, command };
        running.add(entry);
        let output = '';
        let stdout = '';
        child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
          output += text;
          stdout += text;
        });
        child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
          output += text;
        });
        child.once('error', (error) => {
          running.delete(entry);
          resolve({ code: 127, output: `${output}${command.file}: ${error.message}\n`, stdout });
        });
        child.once('close', (code, signal) => {
          running.delete(entry);
          resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), output, stdout });
        });
      }),
  };
}
