/** What is known when the vendor refuses. Rates are targets a second. */
export interface Refusal {
  /** What was believed until now. */
  readonly quota: number;
  /** How long that was believed. */
  readonly heldMs: number;
  /** How long ago the last refusal was that counted, and what was let through since. */
  readonly sinceMs: number;
  readonly through: number;
  /** What was let through of late, before this refusal; `undefined` if that is too little to say. */
  readonly recent: number | undefined;
  /** Targets a request. */
  readonly batch: number;
}

/** What is believed from now on. */
export interface Belief {
  readonly quota: number;
  /** How far off it may be, as a share. */
  readonly spread: number;
  /**
   * - `guess` hardly more than a bound: find out soon
   * - `measured` the vendor let through so much, though another way to measure says something else
   * - `sure` all that was measured agrees
   */
  readonly ground: 'guess' | 'measured' | 'sure';
}

/** Learns from the refusals of one vendor. */
export interface RefusalJudge {
  /** Whether the vendor saves up what was not used; `undefined` until that shows. */
  readonly savesUp: boolean | undefined;
  refused(refusal: Refusal): Belief;
}

/** What was let through in less time, or with fewer requests, is too coarse to go by. */
const LEAST_MS = 1000;
const LEAST_REQUESTS = 8;

/** Two measures that differ by less agree, apart from what whole batches make them differ. */
const AGREE = 0.05;

/** A little under what was let through, where nothing can be saved up for later. */
const UNDER = 0.98;

/** Where nothing better is known than that it was too much. */
const LESS = 0.85;
const WIDE = 0.2;

/** A quota that was believed only so long when a refusal came was too high. */
const TOO_SOON_MS = 2000;

const within = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, value));

/**
 * Makes a judge of refusals for one vendor.
 *
 * Where a vendor saves up what was not used, as a bucket does, what it let through between two refusals is its quota
 * to within a batch, for it had nothing left at both. Where it does not, as with a quota by the second, that is too
 * low by all that was not asked for, and the rate just before a refusal is right. Where the two differ, a value
 * between them tells which it is: only the former refuses that soon.
 */
export function createRefusalJudge(): RefusalJudge {
  let savesUp: boolean | undefined;
  let isTrying = false;

  function coarse({ quota, sinceMs, through, batch }: Refusal): Belief {
    const most = quota * LESS;
    if (sinceMs < LEAST_MS) return { quota: most, spread: WIDE, ground: 'guess' };
    return { quota: Math.min(((through + batch / 2) / sinceMs) * 1000, most), spread: WIDE, ground: 'guess' };
  }

  function fine(refusal: Refusal, measured: number): Belief {
    const { recent = measured, through, batch } = refusal;
    const noise = AGREE + (2 * batch) / recent;
    const spread = within(batch / through, [0.02, 0.1]);
    if (recent < measured * (1 - noise)) {
      savesUp = undefined;
      return { quota: recent, spread: WIDE, ground: 'guess' };
    }
    const differ = measured < recent * (1 - noise);
    if (savesUp === false && measured < recent * 0.8) savesUp = undefined;
    if (differ && savesUp === undefined) {
      isTrying = true;
      return {
        quota: Math.min(recent * UNDER, Math.sqrt(measured * recent)),
        spread: within((recent / measured - 1) / 2, [0.05, 0.3]),
        ground: 'guess',
      };
    }
    if (savesUp === false) return { quota: recent * UNDER, spread, ground: 'sure' };
    return { quota: measured, spread, ground: differ ? 'measured' : 'sure' };
  }

  return {
    get savesUp() {
      return savesUp;
    },
    refused(refusal) {
      const { sinceMs, through, batch, heldMs } = refusal;
      if (sinceMs < LEAST_MS || through < LEAST_REQUESTS * batch) return coarse(refusal);
      if (isTrying) savesUp = heldMs < TOO_SOON_MS;
      isTrying = false;
      return fine(refusal, (through / sinceMs) * 1000);
    },
  };
}
