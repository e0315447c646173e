import type { Clock } from '@unpush/core';

/** A clock that stands until it is told to go on. */
export interface ManualClock extends Clock {
  /** Both clocks go on, and sleepers whose time has come wake up. */
  advance(ms: number): Promise<void>;
  /** Only the wall clock is set, as by NTP or by hand. */
  setWall(ms: number): void;
  /** Lengths of all sleeps so far, in order. */
  readonly slept: readonly number[];
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Starts at the given wall time; by the monotonic clock that is 0. */
export function manualClock(startMs = Date.UTC(2026, 0, 1)): ManualClock {
  let wall = startMs;
  let monotonic = 0;
  let sleepers: Sleeper[] = [];
  const slept: number[] = [];
  return {
    wall: () => wall,
    monotonic: () => monotonic,
    slept,
    setWall: (ms) => {
      wall = ms;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        slept.push(ms);
        sleepers.push({ at: monotonic + ms, wake: resolve });
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        if (signal?.aborted === true) reject(signal.reason as Error);
      }),
    advance: async (ms) => {
      wall += ms;
      monotonic += ms;
      const due = sleepers.filter(({ at }) => at <= monotonic);
      sleepers = sleepers.filter(({ at }) => at > monotonic);
      for (const { wake } of due) wake();
      await settle();
    },
  };
}

/** Lets everything go on that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
