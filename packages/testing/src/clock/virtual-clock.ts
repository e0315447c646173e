import type { Clock } from '@unpush/core';

/** A clock without waiting: time stands still while anybody works, and moves on when all are asleep. */
export interface VirtualClock extends Clock {
  /** Lets time pass at once, as while a laptop is shut: whoever should have woken meanwhile wakes late. */
  jump(ms: number): void;
}

interface Sleeper {
  readonly at: number;
  wake(): void;
}

/**
 * Makes a clock that starts at 0 on the monotonic side and at `wallAt` on the other.
 *
 * It knows of work in promises only. Where something waits for real I/O the clock takes it for asleep and runs
 * ahead.
 */
export function virtualClock({ wallAt = Date.UTC(2026, 0, 1) }: { wallAt?: number } = {}): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let now = 0;
  let ticking = false;

  // An immediate runs only once every promise that could go on has done so
  function tickLater(): void {
    if (ticking) return;
    ticking = true;
    setImmediate(tick);
  }

  function tick(): void {
    ticking = false;
    const next = Math.min(...[...sleepers].map(({ at }) => at));
    if (next === Infinity) return;
    now = Math.max(now, next);
    for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
    tickLater();
  }

  return {
    wall: () => wallAt + now,
    monotonic: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const sleeper: Sleeper = {
          at: now + Math.max(0, ms),
          wake() {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        sleepers.add(sleeper);
        tickLater();
      }),
    jump(ms) {
      now += ms;
    },
  };
}
