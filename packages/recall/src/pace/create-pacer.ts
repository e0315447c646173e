import { InvalidRequestError, show, type Clock, type Random, type RequestProblem } from '@unpush/core';
import { systemClock } from '../clock/system-clock.ts';
import { trackFlight } from './queue/flight.ts';
import { createHold } from './queue/hold.ts';
import { openLane, type Waiter } from './queue/lane.ts';
import { openLanes } from './queue/lanes.ts';
import type { Pacer } from './pacer.ts';
import { createQuotaSearch } from './quota/quota-search.ts';
import { createTurnstile } from './queue/turnstile.ts';

/** What a pacer goes by. */
export interface PacerOptions {
  /** The machine's own, unless given. */
  readonly clock?: Clock;
  /** `Math.random`, unless given. */
  readonly random?: Random;
  /** The ceiling, more than 0: the quota, where it is known. Without one the pacer finds the quota. */
  readonly targetsPerSecond?: number;
  /**
   * What another pacer of the app has found the quota to be, more than 0 (see {@link Pacer.quota}): it begins a
   * little below that, rather than anew, and finds out from there what it is now.
   */
  readonly knownQuota?: number;
  /** The most requests under way at once, from 1. Default 128. */
  readonly concurrency?: number;
}

/**
 * Lets requests leave evenly and as fast as the vendor takes them: below a ceiling, or at the quota it finds, by quick
 * growth up to the first refusals, by what was let through between refusals, and by careful steps upwards from there.
 * Where the vendor lets nothing through at all, it waits ever longer and then asks with one request at a time.
 *
 * @throws InvalidRequestError if an option is out of its range.
 *
 * @example
 * ```ts
 * const pacer = createPacer({ targetsPerSecond: 6000 });
 * const lane = pacer.join();
 * const turn = await lane.take(1000, signal);
 * // One request with 1000 targets, and then:
 * turn.end({ kind: 'passed' });
 * lane.leave();
 * ```
 */
export function createPacer(options: PacerOptions = {}): Pacer {
  const { clock = systemClock, random = Math.random, concurrency = 128 } = options;
  const { targetsPerSecond: ceiling, knownQuota: known } = options;
  check({ ceiling, known, concurrency });
  const lanes = openLanes<Waiter>();
  const flight = trackFlight(concurrency);
  const hold = createHold(random);
  const search = createQuotaSearch({ ceiling, known, roundTripMs: () => flight.roundTripMs });
  const letGo = createTurnstile({ clock, lanes, flight, hold, search });
  return {
    ...(ceiling !== undefined && { ceiling }),
    join: () => openLane({ line: lanes.open(), changed: letGo }),
    get targetsPerSecond() {
      return search.rate;
    },
    get quota() {
      return search.quota;
    },
  };
}

interface Given {
  readonly ceiling: number | undefined;
  readonly known: number | undefined;
  readonly concurrency: number;
}

function check({ ceiling, known, concurrency }: Given): void {
  const problems: RequestProblem[] = [];
  for (const [field, value] of [
    ['targetsPerSecond', ceiling],
    ['knownQuota', known],
  ] as const) {
    if (value === undefined || (value > 0 && value < Infinity)) continue;
    problems.push({ field, problem: `must be more than 0; got ${show(value)}` });
  }
  if (!(Number.isInteger(concurrency) && concurrency >= 1)) {
    problems.push({
      field: 'concurrency',
      problem: `must be a whole number from 1; got ${show(concurrency)}`,
    });
  }
  if (problems.length > 0) throw new InvalidRequestError(problems);
}
