import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../../src/program.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';

/** What a command printed and ended with. */
export interface CliResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliCall {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly onInterrupt?: Terminal['onInterrupt'];
}

/** Where nothing can be made, by nobody: a command that would keep something without a folder of its own fails. */
export const NO_HOME = '/dev/null/home';

/** Runs a command line in this process, with streams of its own: the real code, without a start of Node each. */
export async function callCli(args: readonly string[], call: CliCall = {}): Promise<CliResult> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const terminal: Terminal = {
    stdin: Readable.from(call.stdin === undefined ? [] : [call.stdin]),
    stdout,
    stderr,
    env: { HOME: call.cwd ?? NO_HOME, ...call.env },
    cwd: call.cwd ?? process.cwd(),
    onInterrupt: call.onInterrupt ?? (() => () => undefined),
  };
  const printed = Promise.all([text(stdout), text(stderr)]);
  const exit = await runCli(args, terminal);
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { exit, stdout: out, stderr: err };
}
