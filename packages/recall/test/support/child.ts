import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** Another process that works on a ledger. */
export interface Child {
  /** The next line that it prints. */
  line(): Promise<string>;
  /** Kills it as kill -9 does; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts scripts of a folder; each is gone at the latest when the test ends. */
export const childrenOf =
  (folder: string) =>
  (script: string, ...words: readonly string[]): Child =>
    startChild(join(folder, script), words);

function startChild(file: string, words: readonly string[]): Child {
  const child = spawn(process.execPath, ['--conditions=@unpush/source', file, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  onTestFinished(kill);
  return {
    kill,
    line: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${file} has ended`);
      return value;
    },
  };
}
