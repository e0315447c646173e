import type { Clock } from '@unpush/core';

/** How long to wait, and by which clock. */
export interface TimeLimit {
  readonly clock: Clock;
  readonly ms: number;
}

/** Waits for `work` at most `ms` milliseconds, then rejects. What `work` does later is nobody's business. */
export async function withTimeLimit<T>(work: Promise<T>, { clock, ms }: TimeLimit): Promise<T> {
  const done = new AbortController();
  const late = clock.sleep(ms, done.signal).then(() => {
    throw new Error(`no answer within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
