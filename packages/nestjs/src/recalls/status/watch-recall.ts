import { setTimeout as sleep } from 'node:timers/promises';
import type { RecallRunner } from '../runner/recall-runner.ts';
import type { RecallStatus } from './recall-status.ts';

/** What a recall is watched with. */
export interface WatchMeans {
  readonly recallId: string;
  readonly read: () => Promise<RecallStatus>;
  readonly runner: RecallRunner;
  readonly intervalMs: number;
  /** Ends the watching with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Aborts when the application shuts down. */
  readonly closing: AbortSignal;
}

/** How a recall stands: at once, whenever that has changed, and at last how it has ended. */
export async function* watchRecall(means: WatchMeans): AsyncGenerator<RecallStatus, void, undefined> {
  const { recallId, read, runner, intervalMs, signal, closing } = means;
  const wake = createWake();
  const endChange = runner.onChange((summary) => {
    if (summary.recallId === recallId && summary.state !== 'running') wake.now();
  });
  signal?.addEventListener('abort', wake.now);
  closing.addEventListener('abort', wake.now);
  let told: string | undefined;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const waking = wake.after(intervalMs);
      const status = await read();
      const text = textOf(status);
      if (text !== told) yield status;
      told = text;
      if (hasEnded(status, means)) return;
      await waking;
    }
  } finally {
    endChange();
    signal?.removeEventListener('abort', wake.now);
    closing.removeEventListener('abort', wake.now);
    wake.now();
  }
}

/** Times go on though nothing happens. */
const textOf = (status: RecallStatus): string => JSON.stringify({ ...status, elapsedMs: 0, remainingMs: 0 });

function hasEnded({ state, wanted }: RecallStatus, { recallId, runner, closing }: WatchMeans): boolean {
  if (runner.live(recallId)?.state === 'running') return false;
  if (state === 'finished' || closing.aborted) return true;
  return state !== 'running' && (wanted === 'stop' || !runner.isShared);
}

interface Wake {
  readonly now: () => void;
  /** Resolves after so long, or when it is woken from now on. */
  readonly after: (ms: number) => Promise<void>;
}

function createWake(): Wake {
  let waker = new AbortController();
  return {
    now: () => {
      waker.abort();
    },
    after: async (ms) => {
      waker = new AbortController();
      // It holds the process: a script that waits for the end of a recall has nothing else that does
      await sleep(ms, undefined, { signal: waker.signal }).catch(() => undefined);
    },
  };
}
