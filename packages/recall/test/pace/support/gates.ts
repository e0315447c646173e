import type { Random } from '@unpush/core';

/** A vendor's flow control: whether so many targets may pass at this time. */
export type Gate = (targets: number, at: number) => boolean;

/** Targets a second, by time. */
export type QuotaPlan = (at: number) => number;

/** A bucket that fills evenly and holds what comes in so many milliseconds; it is full at first. */
export function bucket(quota: QuotaPlan, holdsMs = 1000): Gate {
  let level = Infinity;
  let last = 0;
  return (targets, at) => {
    level = Math.min((quota(at) * holdsMs) / 1000, level + ((at - last) / 1000) * quota(at));
    last = at;
    if (targets > level + 1e-6) return false;
    level -= targets;
    return true;
  };
}

/** So many in each second of a clock that is `phaseMs` ahead. */
export function fixedWindow(quota: QuotaPlan, phaseMs: number): Gate {
  let second = -1;
  let used = 0;
  return (targets, at) => {
    const current = Math.floor((at + phaseMs) / 1000);
    if (current !== second) used = 0;
    second = current;
    if (used + targets > quota(at)) return false;
    used += targets;
    return true;
  };
}

/** Half of it in the second third of a minute. */
export const halved =
  (quota: number): QuotaPlan =>
  (at) =>
    at >= 20_000 && at < 40_000 ? quota / 2 : quota;

/** Numbers in [0, 1) that look random and are always the same. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
