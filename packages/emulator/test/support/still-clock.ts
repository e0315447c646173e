import type { EmulatorClock } from '../../src/index.ts';

/** 2026-11-23 13:00:00 UTC. */
export const NOON = 1_795_438_800_000;

/** A clock that moves only when it is told to; sleeping moves it too. */
export interface StillClock extends EmulatorClock {
  advance(ms: number): void;
  readonly slept: readonly number[];
}

export function stillClock(start = NOON): StillClock {
  let now = start;
  const slept: number[] = [];
  return {
    wall: () => now,
    monotonic: () => now - start,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    advance: (ms) => {
      now += ms;
    },
    slept,
  };
}
