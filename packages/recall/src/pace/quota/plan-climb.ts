import type { ClimbPlan } from './climb.ts';
import { doublingMs } from './quick-start.ts';

/** How well the quota is known: the better, the slower the steps, for each costs a refusal in the end. */
export type Care = 'first' | 'quick' | 'careful' | 'comeback';

/** What a plan goes by. */
export interface ClimbFacts {
  readonly care: Care;
  readonly spread: number;
  /** How long a request takes at the believed quota. */
  readonly requestMs: number;
  readonly roundTripMs: number;
  /** Refusals in a row that confirmed the quota. */
  readonly confirmed: number;
  /** How much longer than the first time a comeback waits. */
  readonly patience: number;
}

/** Requests from one expected refusal to the next, and how long that takes at least. */
const FIRST_REQUESTS = 30;
const QUICK_REQUESTS = 30;
const CAREFUL_REQUESTS = 300;
const MOST_REQUESTS = 600;
const QUICK_MS = 1000;
const CAREFUL_MS = 2000;

/** A higher quota should not stay unseen for longer. */
const LONGEST_MS = 45_000;

/** A comeback is worth more refusals. */
const COMEBACK_REQUESTS = 30;
const COMEBACK_MS = [2000, 8000] as const;
const COMEBACK_ROUND_TRIPS = 15;

const requestsOf = ({ care, confirmed }: ClimbFacts): number => {
  if (care === 'first') return FIRST_REQUESTS;
  if (care === 'quick') return QUICK_REQUESTS;
  return Math.min(MOST_REQUESTS, CAREFUL_REQUESTS * 2 ** Math.max(0, confirmed - 1));
};

/** How long a climb above what was to be expected takes to double. */
const FAST_DOUBLING_MS = 700;
const FAST_DOUBLING_REQUESTS = 30;
const COMEBACK_DOUBLING_MS = 2000;
const CAREFUL_DOUBLING_MS = 1500;
const CAREFUL_DOUBLING_SHARE = 1 / 8;

export function planClimb(facts: ClimbFacts): ClimbPlan {
  const { care, spread, requestMs, roundTripMs, patience } = facts;
  if (care === 'comeback') {
    const [least, most] = COMEBACK_MS;
    const ms = Math.min(Math.max(least, COMEBACK_REQUESTS * requestMs), most);
    return {
      spread,
      levelMs: Math.max(ms, COMEBACK_ROUND_TRIPS * roundTripMs) * patience,
      doublingMs: (nowMs) => Math.min(COMEBACK_DOUBLING_MS, fastDoublingMs(nowMs)),
    };
  }
  const leastMs = care === 'careful' ? CAREFUL_MS : QUICK_MS;
  const levelMs = Math.max(
    leastMs,
    Math.min(requestsOf(facts) * requestMs, LONGEST_MS),
    8 * doublingMs(roundTripMs),
  );
  const carefulDoublingMs = Math.max(CAREFUL_DOUBLING_MS, levelMs * CAREFUL_DOUBLING_SHARE);
  return {
    spread,
    levelMs,
    doublingMs: care === 'careful' ? () => carefulDoublingMs : fastDoublingMs,
    ...(care === 'first' && { from: 0 }),
  };
}

const fastDoublingMs = (requestMs: number): number =>
  Math.max(FAST_DOUBLING_MS, FAST_DOUBLING_REQUESTS * requestMs);
