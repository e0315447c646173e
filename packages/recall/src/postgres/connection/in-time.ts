import { setTimeout as sleep } from 'node:timers/promises';

/** How long is waited for an answer. */
export interface Limit {
  readonly ms: number;
  /** Ends the waiting at once. */
  readonly signal?: AbortSignal;
}

/** Waits for an answer no longer than that. One that comes afterwards is given to `late`. */
export async function inTime<T>(
  answer: Promise<T>,
  { ms, signal }: Limit,
  late: (answer: T) => void = () => undefined,
): Promise<T> {
  const waiting = new AbortController();
  const ends = signal ? AbortSignal.any([waiting.signal, signal]) : waiting.signal;
  let isOver = false;
  const over = sleep(ms, undefined, { signal: ends, ref: false }).then(
    () => {
      throw new Error(`no answer came in ${Math.round(ms)} ms`);
    },
    () => {
      throw new Error('no answer came until the store was closed');
    },
  );
  try {
    return await Promise.race([answer, over]);
  } catch (error) {
    isOver = true;
    throw error;
  } finally {
    waiting.abort();
    // Whichever comes second has no other listener any more
    over.catch(() => undefined);
    answer.then(
      (come) => {
        if (isOver) late(come);
      },
      () => undefined,
    );
  }
}
