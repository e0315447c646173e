import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { CliResult } from './call-cli.ts';

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
}

/** Starts the command line from its sources. */
export function spawnCli(
  args: readonly string[],
  { cwd, env, nodeFlags = [] }: SpawnOptions = {},
): RunningCli {
  const child = spawn(process.execPath, [...nodeFlags, '--conditions=@unpush/source', BIN, ...args], {
    ...(cwd !== undefined && { cwd }),
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd ?? '/nonexistent', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const result = (async () => {
    const [stdout, stderr, [exit, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    return { exit: exit ?? -1, signal, stdout, stderr };
  })();
  return { child, result };
}
