import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { NO_HOME, type CliResult } from './call-cli.ts';

const BIN = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

/** The command line as a process of its own. */
export interface RunningCli {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult & { readonly signal: NodeJS.Signals | null }>;
}

export interface SpawnOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For Node itself, such as `--max-old-space-size=64`. */
  readonly nodeFlags?: readonly string[];
  /** Where an output goes that nobody listens to. */
  readonly to?: { readonly stdout?: FileHandle; readonly stderr?: FileHandle };
}

/** Starts the command line from its sources. */
export function spawnCli(
  args: readonly string[],
  { cwd, env, nodeFlags = [], to = {} }: SpawnOptions = {},
): RunningCli {
  const child = spawn(process.execPath, [...nodeFlags, '--conditions=@unpush/source', BIN, ...args], {
    ...(cwd !== undefined && { cwd }),
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd ?? NO_HOME, ...env },
    stdio: ['pipe', to.stdout?.fd ?? 'pipe', to.stderr?.fd ?? 'pipe'],
  });
  const result = (async () => {
    const [stdout, stderr, [exit, signal]] = await Promise.all([
      heard(child.stdout),
      heard(child.stderr),
      once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    return { exit: exit ?? -1, signal, stdout, stderr };
  })();
  return { child, result };
}

/** All that comes, until the end or until a test closes the stream. */
async function heard(stream: Readable | null): Promise<string> {
  if (stream === null) return '';
  let all = '';
  stream.on('data', (chunk: Buffer) => (all += chunk.toString('utf8')));
  await new Promise((resolve) => stream.once('close', resolve));
  return all;
}

/** Waits until the command has said something on stderr that matches. */
export async function said({ child }: RunningCli, words: RegExp): Promise<void> {
  if (child.stderr === null) throw new Error('stderr is not a pipe');
  let text = '';
  while (!words.test(text)) {
    // The stream reads bytes unless somebody else has set an encoding
    const [chunk] = (await once(child.stderr, 'data')) as [string | Buffer];
    text += String(chunk);
  }
}
