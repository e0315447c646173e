import type { RecordedRequest } from '@unpush/emulator';

/** How a recall went, by the vendor's own record. Times are in milliseconds. */
export interface PaceFigures {
  readonly requests: number;
  /** How many of them flow control refused. */
  readonly refused: number;
  /** From the first request that was acted on to the last. */
  readonly elapsed: number;
  /** The longest time without a request around each moment that something was taken away. */
  readonly outages: readonly number[];
  /** What is left without the outages, over what the quota alone would take. */
  readonly paceRatio: number;
  /** The same with the outages. */
  readonly wholeRatio: number;
}

/** What it is measured by. */
export interface Measured {
  readonly requests: readonly RecordedRequest[];
  /** Targets by the quota, in milliseconds. */
  readonly ideal: number;
  /** When something was taken away: wall clock. */
  readonly moments: readonly number[];
}

export function paceOf({ requests, ideal, moments }: Measured): PaceFigures {
  const times = requests.map(({ receivedAt }) => receivedAt).toSorted((one, other) => one - other);
  const acted = requests.filter(({ acted }) => acted).map(({ receivedAt }) => receivedAt);
  const elapsed = Math.max(...acted) - Math.min(...acted);
  const outages = moments.map((moment) => longestGap(times, moment));
  return {
    requests: requests.length,
    refused: requests.filter(({ status }) => status === 503).length,
    elapsed,
    outages,
    paceRatio: (elapsed - outages.reduce((sum, ms) => sum + ms, 0)) / ideal,
    wholeRatio: elapsed / ideal,
  };
}

const BEFORE_MS = 1000;
const AFTER_MS = 5000;

/** Requests that are in the queue are still made by others, so the gap comes a little later. */
function longestGap(times: readonly number[], moment: number): number {
  let longest = 0;
  times.forEach((at, index) => {
    const next = times[index + 1] ?? at;
    if (at >= moment - BEFORE_MS && at <= moment + AFTER_MS) longest = Math.max(longest, next - at);
  });
  return longest;
}
