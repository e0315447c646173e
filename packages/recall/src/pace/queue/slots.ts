/** Spreads requests evenly: each takes as long as its targets need at the present rate. */
export interface Slots {
  /** When the next request may leave. */
  dueAt(targetsPerSecond: number): number;
  /** One leaves. */
  leave(leaving: Leaving): void;
}

/** How a request leaves. */
export interface Leaving {
  readonly now: number;
  readonly targets: number;
  /** When it was allowed to. */
  readonly dueAt: number;
  /** Whether it would have left earlier, had it been allowed to. */
  readonly waited: boolean;
}

/**
 * Timers fire late, and what is lost so is made up for. But of a longer stop, as when a machine sleeps, nothing is
 * saved up: it must not end in a burst. (What is saved up may never be more than a second's worth.)
 */
const SAVED_MS = 250;

export function createSlots(): Slots {
  let slot = -Infinity;
  let filled = 0;
  return {
    dueAt: (targetsPerSecond) => slot + (filled / targetsPerSecond) * 1000,
    leave({ now, targets, dueAt, waited }) {
      slot = waited && now - dueAt <= SAVED_MS ? dueAt : now;
      filled = targets;
    },
  };
}
