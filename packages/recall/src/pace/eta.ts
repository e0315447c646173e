import type { Clock } from '@unpush/core';

/** How far a recall has come. */
export interface EtaProgress {
  /** Targets without a final outcome. */
  readonly left: number;
  /** Targets with one, since this recall or its resumption began. */
  readonly settled: number;
  /** Targets in requests that have ended since then; one that went out twice counts twice. */
  readonly spent: number;
  /** What the pacer allows now. */
  readonly targetsPerSecond: number | undefined;
}

/** Tells how long a recall still takes. */
export interface Eta {
  /** In milliseconds; `undefined` while there is nothing to go by. To be asked about once a second. */
  remainingMs(progress: EtaProgress): number | undefined;
}

/** What an estimate goes by. */
export interface EtaOptions {
  readonly clock: Clock;
  /** So many targets go first, alone, and say little of the speed of the rest. Default 0. */
  readonly canary?: number;
  /** The pacer's ceiling: with one, there is something to go by from the start. */
  readonly ceiling?: number;
}

/** What is older says little about the pace now. */
const REMEMBERED_MS = 10_000;

/** But so many steps are remembered however old: where recalls share a slow pace, ten seconds may hold none. */
const LEAST_STEPS = 3;

/** Without a step for so long, nothing is known any more. */
const STALE_MS = 120_000;

/** What was settled in less time than this says little about the speed. */
const LEAST_MS = 1000;

/**
 * Promises no more speed than was seen of late, and no more than the pacer allows now: so it errs upwards while the
 * pace is still growing, and never has to take back much.
 */
export function createEta({ clock, canary = 0, ceiling }: EtaOptions): Eta {
  const samples: { readonly at: number; readonly settled: number }[] = [];

  /** Targets settled a second, of late. */
  function seen(settled: number): number | undefined {
    if (settled < canary) return undefined;
    const now = clock.monotonic();
    const last = samples.at(-1);
    if (last?.settled !== settled) samples.push({ at: now, settled });
    else if (now - last.at > STALE_MS) return undefined;
    while (samples.length > LEAST_STEPS + 1 && (samples[1]?.at ?? now) <= now - REMEMBERED_MS)
      samples.shift();
    const first = samples[0];
    const ms = first === undefined ? 0 : now - first.at;
    return first === undefined || ms < LEAST_MS ? undefined : ((settled - first.settled) / ms) * 1000;
  }

  return {
    remainingMs({ left, settled, spent, targetsPerSecond = Infinity }) {
      const speed = seen(settled);
      if (left === 0) return 0;
      const cost = settled > 0 ? Math.max(1, spent / settled) : 1;
      const allowed = Math.min(ceiling ?? Infinity, targetsPerSecond) / cost;
      if (speed === undefined || speed === 0) {
        return ceiling === undefined ? undefined : (left / allowed) * 1000;
      }
      return (left / Math.min(speed, allowed)) * 1000;
    },
  };
}
