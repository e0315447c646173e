import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { MachineNews, MachineOrder } from './machine-order.ts';

/** A machine of the team's: a Nest application in a process of its own. */
export interface Machine extends AsyncDisposable {
  readonly log: readonly string[];
  /** Whether it drives the recalls now. */
  readonly drives: boolean;
  /** The most memory that was seen, in bytes. */
  readonly peakBytes: number;
  /** As a power cut. */
  kill(): Promise<void>;
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export function startMachine(order: MachineOrder): Machine {
  const child = fork(path('machine-process.ts'), {
    execArgv: [
      '--import',
      path('decorators.ts'),
      '--conditions=@unpush/source',
      '--disable-warning=ExperimentalWarning',
    ],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const log: string[] = [];
  let drives = false;
  let peakBytes = 0;
  // The cast: the machine says it so
  child.on('message', (message) => {
    const news = message as MachineNews;
    if (news.type === 'memory') peakBytes = Math.max(peakBytes, news.bytes);
    else {
      log.push(news.line);
      if (news.line.startsWith('This process drives')) drives = true;
      if (news.line.startsWith('This process no longer drives')) drives = false;
    }
  });
  child.send(order);
  const gone = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    drives = false;
    child.kill(signal);
    await gone;
  };
  return {
    log,
    get drives() {
      return drives;
    },
    get peakBytes() {
      return peakBytes;
    },
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}
