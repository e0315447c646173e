import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** A program of the system, started for a test. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly said: () => string;
  /** Sends a signal, and resolves once the program is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** What is needed to start one. */
export interface Start {
  readonly file: string;
  readonly args: readonly string[];
  readonly options?: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>;
  /** Of this program alone: removed where the test's process ends before the program. */
  readonly folder?: string;
}

export function startProcess({ file, args, options = {}, folder }: Start): ServerProcess {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (said += text));
  }
  child.on('error', (error) => (said += String(error)));
  // A test that is cut short closes nothing
  const endWithTest = (): void => {
    child.kill('SIGKILL');
    if (folder === undefined) return;
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    } catch {
      // It is the system's temporary directory, and the test's own end says more
    }
  };
  process.once('exit', endWithTest);
  child.once('exit', () => process.off('exit', endWithTest));
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    said: () => said,
    async end(signal) {
      if (isGone() || child.pid === undefined) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** Asks again and again, up to 20 s, and then says what the program had to say. */
export async function untilReady(server: ServerProcess, isReady: () => Promise<boolean>): Promise<void> {
  const latest = Date.now() + 20_000;
  while (!(await isReady().catch(() => false))) {
    const { exitCode, pid } = server.child;
    if (pid === undefined || exitCode !== null || Date.now() > latest) {
      throw new Error(`a server did not start (exit code ${exitCode ?? 'none'}): ${server.said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
