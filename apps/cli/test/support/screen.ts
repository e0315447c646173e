import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { runCli } from '../../src/program.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { NO_HOME, type CliResult } from './call-cli.ts';

/** What a person at the screen does: waits until they see a text, then types. */
export interface Step {
  readonly see: string;
  /** `undefined`: the terminal goes away, as with a lost connection. */
  readonly type: string | undefined;
}

export interface Sitting {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly steps?: readonly Step[];
  /** Once this is seen, the person asks the process to stop. */
  readonly interruptAt?: RegExp;
}

const REST_MS = 50;

/** Runs a command line in this process as on a screen with a person before it. */
export async function callOnScreen(args: readonly string[], sitting: Sitting = {}): Promise<CliResult> {
  const { cwd = process.cwd(), columns = 80, steps = [], interruptAt } = sitting;
  const env = { HOME: sitting.cwd ?? NO_HOME, ...sitting.env };
  const interrupt = new EventEmitter();
  const screen = (): PassThrough & { isTTY: true; columns: number } =>
    // A terminal in raw mode passes keys on one by one, as this stream always does
    Object.assign(new PassThrough(), { isTTY: true as const, columns, setRawMode: () => undefined });
  const [stdin, stdout, stderr] = [screen(), screen(), screen()];
  const printed = { stdout: '', stderr: '' };
  const left = [...steps];
  let seenUpTo = 0;
  let resting: NodeJS.Timeout | undefined;
  /** Nobody types before the screen rests: a prompt that still checks an answer drops what is typed meanwhile. */
  const look = (): void => {
    const next = left[0];
    const at = next === undefined ? -1 : printed.stderr.indexOf(next.see, seenUpTo);
    if (next === undefined || at === -1) return;
    left.shift();
    seenUpTo = at + next.see.length;
    if (next.type === undefined) stdin.end();
    else stdin.write(next.type);
  };
  stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString('utf8')));
  stderr.on('data', (chunk: Buffer) => {
    printed.stderr += chunk.toString('utf8');
    if (interruptAt?.test(printed.stderr) === true) setTimeout(() => interrupt.emit('asked'), 20);
    clearTimeout(resting);
    resting = setTimeout(look, REST_MS);
  });
  const onInterrupt = (callback: () => void): (() => void) => {
    interrupt.once('asked', callback);
    return () => interrupt.off('asked', callback);
  };
  const terminal: Terminal = { stdin, stdout, stderr, env, cwd, onInterrupt };
  const exit = await runCli(args, terminal);
  return { exit, ...printed };
}
