import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf, LedgerError, type OwnedRecall, type StoredRecall } from '@unpush/recall';
import { appNameOf, appOfRecall } from '../app-of-recall.ts';
import type { RunnerParts } from './recall-runner.ts';
import { createTroubles } from './troubles.ts';

/** Goes on with what the end of a process has interrupted: this one's before it was started again, or another's. */
export interface TakeUp {
  /** A recall that was taken up has failed: it is left alone for a while, though it is still wanted. */
  failed(recallId: string, message: string): void;
  /** Stops a recall that is just being taken up, and waits for that; `false` where it is not. */
  stop(recallId: string): Promise<boolean>;
  /** Nothing is taken up any more once it resolves. */
  close(): Promise<void>;
}

/** What is taken up, and by whom. */
export interface TakeUpParts extends Pick<RunnerParts, 'apps' | 'store' | 'observe'> {
  /** Whether a recall is worked on here. */
  readonly has: (recallId: string) => boolean;
  /** Works on it, and closes it. */
  readonly begin: (owned: OwnedRecall) => Promise<void>;
  /** Told what keeps it from looking, once. */
  readonly onError: (message: string) => void;
}

/** While something is wanted that nobody here works on: its process may be gone any moment. */
const SOON_MS = 3000;
/** While nothing is: another process may begin a recall, and end, at any time. */
const SELDOM_MS = 30_000;
/** To read a directory of many recalls takes its time, which is not to be a great part of this process's. */
const PATIENCE_FACTOR = 20;
/** More than anybody has unfinished at once. */
const MANY = 10_000;

export function takeUp({ apps, store, observe, has, begin, onError }: TakeUpParts): TakeUp {
  const closing = new AbortController();
  const troubles = createTroubles();
  const unwanted = new Set<string>();
  let taking: { readonly recallId: string; readonly done: Promise<void> } | undefined;
  let told: string | undefined;

  async function list(): Promise<readonly StoredRecall[] | undefined> {
    try {
      const stored = await store.list({ wanted: 'run', finished: false, limit: MANY });
      told = undefined;
      return stored.filter((recall) => !recall.forgotten && appNameOf(apps, recall) !== undefined);
    } catch (error) {
      const message = failureOf(error);
      // Once is enough for a log, however long it lasts
      if (message !== told) onError(message);
      told = message;
      return undefined;
    }
  }

  async function take(recallId: string): Promise<void> {
    const owned = await store.open(recallId);
    try {
      if (unwanted.delete(recallId)) await owned.want('stop');
      // Meanwhile it may have been stopped, or finished by another
      if (!closing.signal.aborted && (await owned.wanted()) === 'run' && !(await isFinished(recallId))) {
        await begin(owned);
        return;
      }
    } catch (error) {
      await owned.close();
      throw error;
    }
    await owned.close();
  }

  async function isFinished(recallId: string): Promise<boolean> {
    await using record = await store.read(recallId);
    return (await record.summary()).state === 'finished';
  }

  async function tryOne(stored: StoredRecall): Promise<void> {
    const { recallId } = stored;
    try {
      // Before its targets are read through
      appOfRecall(apps, stored);
      const done = take(recallId);
      taking = { recallId, done };
      await done;
    } catch (error) {
      // Another process has it, or a killed one that has not been missed yet
      if (LedgerError.isInstance(error) && error.problem === 'under-way') return;
      const message = failureOf(error);
      if (!troubles.note(recallId, message)) return;
      observe({ recallId, app: appNameOf(apps, stored) ?? '', event: { type: 'failed', message } });
    } finally {
      taking = undefined;
      unwanted.delete(recallId);
    }
  }

  /** How long until the next look. */
  async function look(): Promise<number> {
    const startedAt = performance.now();
    const left = await list();
    const leastMs = PATIENCE_FACTOR * (performance.now() - startedAt);
    for (const stored of left ?? []) {
      const { recallId, summary } = stored;
      const standsStill = summary.state !== 'running' && !has(recallId);
      if (!closing.signal.aborted && standsStill && !troubles.has(recallId)) await tryOne(stored);
    }
    const isQuiet = left?.every(({ recallId }) => has(recallId)) ?? false;
    return Math.max(leastMs, isQuiet ? SELDOM_MS : SOON_MS);
  }

  async function lookOn(): Promise<void> {
    while (!closing.signal.aborted) {
      const ms = await look();
      await sleep(ms, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }
  const looking = lookOn();

  return {
    failed(recallId, message) {
      troubles.note(recallId, message);
    },
    async stop(recallId) {
      if (taking?.recallId !== recallId) return false;
      unwanted.add(recallId);
      await taking.done.catch(() => undefined);
      return !has(recallId);
    },
    async close() {
      closing.abort();
      await looking;
    },
  };
}
