import type { Clock } from '@unpush/core';
import type { Pacer, Turn, TurnEnd } from '../../../src/pace/pacer.ts';

/** A pacer that holds nothing back of itself, and what it was asked and told. */
export interface FreePacer extends Pacer {
  /** How many targets leave was asked for, in order. */
  readonly taken: readonly number[];
  /** How each turn ended, in order. */
  readonly ends: readonly TurnEnd[];
  /** How many recalls have joined and not left. */
  readonly joined: number;
}

export interface FreePacerOptions {
  readonly targetsPerSecond?: number;
  /** How long it waits after a refusal, beyond what the vendor asks for. Default 100 ms. */
  readonly holdMs?: number;
}

/** How often it looks whether the one that is on trial has come back. */
const LOOK_MS = 10;

/**
 * The simplest pacer there is: everything may leave at once, and after a refusal one by one until one passes. What
 * the engine does can be told from it in round numbers.
 */
export function freePacer(
  clock: Clock,
  { targetsPerSecond = Infinity, holdMs = 100 }: FreePacerOptions = {},
): FreePacer {
  const taken: number[] = [];
  const ends: TurnEnd[] = [];
  const underWay = new Set<{ wasAlone: boolean }>();
  let joined = 0;
  let nextAt = 0;
  let heldUntil = 0;
  let oneByOne = false;

  function leave(targets: number): Turn {
    taken.push(targets);
    nextAt = clock.monotonic() + (targets / targetsPerSecond) * 1000;
    const turn = {
      wasAlone: underWay.size === 0,
      end(end: TurnEnd) {
        if (!underWay.delete(turn)) throw new Error('this turn has ended already');
        ends.push(end);
        if (end.kind === 'passed') oneByOne = false;
        if (end.kind !== 'refused') return;
        oneByOne = true;
        heldUntil = Math.max(heldUntil, clock.monotonic() + holdMs + (end.retryAfterMs ?? 0));
      },
    };
    for (const other of underWay) other.wasAlone = false;
    underWay.add(turn);
    return turn;
  }

  const lane = {
    async take(targets: number, signal: AbortSignal) {
      for (;;) {
        signal.throwIfAborted();
        const ms = Math.max(nextAt, heldUntil) - clock.monotonic();
        // Without a wait between, or two would find the way free
        if (ms <= 0 && !(oneByOne && underWay.size > 0)) return leave(targets);
        await clock.sleep(ms > 0 ? ms : LOOK_MS, signal);
      }
    },
    leave() {
      joined -= 1;
    },
  };

  return {
    targetsPerSecond: targetsPerSecond === Infinity ? undefined : targetsPerSecond,
    taken,
    ends,
    get joined() {
      return joined;
    },
    join() {
      joined += 1;
      return lane;
    },
  };
}
