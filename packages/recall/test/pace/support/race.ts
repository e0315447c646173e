import { createPacer } from '../../../src/pace/create-pacer.ts';
import type { Turn } from '../../../src/pace/pacer.ts';
import { eventClock } from './event-clock.ts';
import { seeded, type Gate } from './gates.ts';

/** What a simulated recall meets. */
export interface Course {
  readonly gate: Gate;
  /** The vendor meets a request half-way. */
  readonly roundTripMs: number;
  /** By how much round trips differ, as a share to both sides. Default 0. */
  readonly jitter?: number;
  readonly batches: number;
  /** Targets in each. Default 1000. */
  readonly targets?: number;
  readonly ceiling?: number;
  /** What the quota was found to be before. */
  readonly known?: number;
  /** Of how many requests the answer to one is lost, though the vendor has counted it. Default: of none. */
  readonly oneLostOf?: number;
}

/** How it ended. */
export interface Finish {
  readonly ms: number;
  /** The share of requests that were refused. */
  readonly refused: number;
  readonly mostAtOnce: number;
  /** What the pacer took the quota to be in the end. */
  readonly quota: number | undefined;
}

const WORKERS = 128;

/** A recall of so many batches, by as many workers as can be of use: each sends its batch until that passes. */
export async function race(course: Course): Promise<Finish> {
  const { gate, roundTripMs, jitter = 0, batches, targets = 1000, oneLostOf = Infinity } = course;
  const { ceiling, known } = course;
  const clock = eventClock();
  const random = seeded(1);
  const pacer = createPacer({
    clock,
    random,
    ...(ceiling !== undefined && { targetsPerSecond: ceiling }),
    ...(known !== undefined && { knownQuota: known }),
  });
  const lane = pacer.join();
  const { signal } = new AbortController();
  let left = batches;
  let sent = 0;
  let refused = 0;
  let underWay = 0;
  let mostAtOnce = 0;
  let lastPassedAt = 0;

  function send(turn: Turn): void {
    sent += 1;
    const isLost = sent % oneLostOf === 0;
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    const ms = roundTripMs * (1 + jitter * (2 * random() - 1));
    clock.after(ms / 2, () => {
      const passes = gate(targets, clock.monotonic());
      clock.after(ms / 2, () => {
        underWay -= 1;
        if (passes && !isLost) {
          lastPassedAt = clock.monotonic();
        } else {
          if (!passes) refused += 1;
          left += 1;
        }
        turn.end({ kind: isLost ? 'lost' : passes ? 'passed' : 'refused' });
        work();
      });
    });
  }

  function work(): void {
    if (left === 0) return;
    left -= 1;
    void lane.take(targets, signal).then(send);
  }

  for (let worker = 0; worker < WORKERS; worker += 1) work();
  await clock.run();
  return { ms: lastPassedAt, refused: refused / sent, mostAtOnce, quota: pacer.quota };
}
