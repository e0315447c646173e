import { setTimeout as sleep } from 'node:timers/promises';

/** In place of an answer that has not come. */
export const LATE: unique symbol = Symbol('late');

/**
 * What is answered within the time, or {@link LATE}: a client of a database waits as long as it takes, and so can a
 * function of the team's. What comes later is nobody's business any more, be it an error.
 */
export async function inTime<T>(answering: Promise<T>, timeoutMs: number): Promise<T | typeof LATE> {
  const over = new AbortController();
  try {
    return await Promise.race([answering, sleep(timeoutMs, LATE, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
