import { backoffMs, InvalidRequestError, show, type Clock, type Random } from '@unpush/core';
import { systemClock } from '../clock/system-clock.ts';
import type { Pacer } from './pacer.ts';

/** A request that gets its turn later than this, as after a sleep of the machine, waits for another. */
const LATE_MS = 1000;

/** What a steady pacer goes by. */
export interface SteadyPacerOptions {
  /** The machine's own, unless given. */
  readonly clock?: Clock;
  /** `Math.random`, unless given. */
  readonly random?: Random;
  /** The ceiling, more than 0; without one, only the vendor's refusals hold requests back. */
  readonly targetsPerSecond?: number;
}

/**
 * Spreads requests evenly below a known ceiling, and waits when the vendor refuses all the same: as long as it
 * asks for, or ever longer.
 *
 * @throws InvalidRequestError if the ceiling is not more than 0.
 */
export function steadyPacer({
  clock = systemClock,
  random = Math.random,
  targetsPerSecond,
}: SteadyPacerOptions = {}): Pacer {
  if (targetsPerSecond !== undefined && !(targetsPerSecond > 0)) {
    throw new InvalidRequestError([
      { field: 'targetsPerSecond', problem: `must be more than 0; got ${show(targetsPerSecond)}` },
    ]);
  }
  /** When the next request gets its turn. */
  let nextAt = 0;
  let heldSince = 0;
  let heldUntil = 0;
  let holds = 0;

  /** Never earlier than now: what was not used while a laptop slept must not leave in one burst. */
  function turnFor(targets: number): number {
    const at = Math.max(clock.monotonic(), heldUntil, nextAt);
    if (targetsPerSecond !== undefined) nextAt = at + (targets / targetsPerSecond) * 1000;
    return at;
  }

  async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
    for (let ms = at - clock.monotonic(); ms > 0; ms = at - clock.monotonic()) await clock.sleep(ms, signal);
  }

  return {
    targetsPerSecond,
    async take(targets, signal) {
      signal.throwIfAborted();
      let at = turnFor(targets);
      await waitUntil(at, signal);
      while (at < heldUntil || clock.monotonic() - at > LATE_MS) {
        // Those that waited through a hold or a sleep must not leave in one burst either
        at = turnFor(targets);
        await waitUntil(at, signal);
      }
    },
    accepted() {
      holds = 0;
    },
    refused({ sentAt, retryAfterMs = 0 }) {
      const now = clock.monotonic();
      // One burst of refusals is one message: those that were under way when the hold began say nothing new,
      // unless the vendor asks for more
      if (sentAt < heldSince) {
        heldUntil = Math.max(heldUntil, now + retryAfterMs);
        return;
      }
      const waitMs = backoffMs({ repeat: holds, random, baseMs: 200, capMs: 10_000, retryAfterMs });
      holds += 1;
      heldSince = now;
      heldUntil = Math.max(heldUntil, now + waitMs);
    },
  };
}
