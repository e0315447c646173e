import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const REPORT_USAGE = import.meta.resolve('./report-usage.js');

/** A program of Node's: its file and arguments, and what is to be added to the environment. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The exit codes that count as having done its work. Default: 0. */
  readonly exits?: readonly number[];
}

/** What a program used, from its start to its end. */
export interface Usage {
  readonly wallSeconds: number;
  /** User and system, all threads. */
  readonly cpuSeconds: number;
  /** The most of it that lay in memory at one time. */
  readonly peakBytes: number;
}

export interface Measured extends Usage {
  readonly stdout: string;
}

/**
 * Runs a program to its end and measures it.
 *
 * @throws Error if it ends with another exit code than it should, with the end of what it said.
 */
export async function measure({ args, env = {}, exits = [0] }: Command): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'unpush-usage-'));
  const file = join(folder, 'usage.json');
  try {
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['--import', REPORT_USAGE, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, BENCH_USAGE_FILE: file },
    });
    const end = (): void => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    };
    process.once('exit', end);
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await once(child, 'exit')) as [number | null];
    const wallSeconds = (performance.now() - startedAt) / 1000;
    process.off('exit', end);
    const [stdout, stderr] = await said;
    if (code === null || !exits.includes(code)) {
      throw new Error(`${args.join(' ')}\nended with ${code ?? 'a signal'}:\n${stderr.slice(-2000)}`);
    }
    const usage = JSON.parse(await readFile(file, 'utf8')) as Omit<Usage, 'wallSeconds'>; // of report-usage.js
    return { ...usage, wallSeconds, stdout };
  } finally {
    await rm(folder, { recursive: true });
  }
}
