import { virtualClock, type VirtualClock } from '@unpush/testing';
import { createPacer, type PacerOptions } from '../../../src/pace/create-pacer.ts';
import type { Lane, Pacer, Turn } from '../../../src/pace/pacer.ts';

/** A pacer, one recall at it, and the clock of both. */
export interface Stage {
  readonly clock: VirtualClock;
  readonly pacer: Pacer;
  readonly lane: Lane;
}

/** A signal that never aborts. */
export const { signal } = new AbortController();

/** Random waits are half of the longest. */
export function stage(options: PacerOptions = {}): Stage {
  const clock = virtualClock();
  const pacer = createPacer({ clock, random: () => 0.5, ...options });
  return { clock, pacer, lane: pacer.join() };
}

/** When each of the requests that ask at the same time leaves. Each passes at once. */
export async function leave({ clock, lane }: Stage, sizes: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    sizes.map(async (targets) => {
      const turn = await lane.take(targets, signal);
      times.push(clock.monotonic());
      turn.end({ kind: 'passed' });
    }),
  );
  return times;
}

/** Whether it has come by the time that everything has come to rest. */
export async function hasCome(turn: Promise<Turn>): Promise<boolean> {
  let came = false;
  void turn.then(() => (came = true));
  await new Promise((resolve) => void setImmediate(resolve));
  return came;
}
