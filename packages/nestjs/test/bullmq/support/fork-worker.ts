import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorkerOrder } from './worker-process.ts';

/** A worker in a process of its own, that can be killed. */
export interface ForkedWorker extends AsyncDisposable {
  kill(): Promise<void>;
}

export function forkWorker(order: WorkerOrder): ForkedWorker {
  const child = fork(fileURLToPath(new URL('worker-process.ts', import.meta.url)), {
    execArgv: ['--conditions=@unpush/source'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(order);
  const gone = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { kill, [Symbol.asyncDispose]: kill };
}
