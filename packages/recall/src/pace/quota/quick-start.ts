/** The rate while nothing is known of the quota: it grows until the vendor refuses. */
export interface QuickStart {
  /** In targets a second. */
  readonly rate: number;
  /** Where it began, in targets a second. */
  readonly floor: number;
  /** A request leaves with so many targets; the rate alone has held it back for so long. */
  goOn(leaving: { readonly targets: number; readonly pacedMs: number }): void;
}

/**
 * Targets a second to begin with: the lowest quota that an app has by what is written about the vendors, though not
 * by the vendors themselves, so lower ones are found too.
 */
const FLOOR = 6000;

/** And no more requests a second than this, for a vendor that takes few targets in each. */
const FLOOR_REQUESTS = 60;

/** How long the rate takes to double: faster, and too many requests are on the way when the first is refused. */
const DOUBLING_MS = 400;
const DOUBLING_ROUND_TRIPS = 2.75;

export const doublingMs = (roundTripMs: number): number =>
  Math.max(DOUBLING_MS, DOUBLING_ROUND_TRIPS * roundTripMs);

export function createQuickStart(roundTripMs: () => number | undefined): QuickStart {
  let largest = 0;
  let growth = 1;
  let unusedMs = 0;
  const floor = (): number => (largest === 0 ? FLOOR : Math.min(FLOOR, FLOOR_REQUESTS * largest));
  return {
    get rate() {
      return floor() * growth;
    },
    get floor() {
      return floor();
    },
    goOn({ targets, pacedMs }) {
      largest = Math.max(largest, targets);
      unusedMs += pacedMs;
      const tripMs = roundTripMs();
      // Before the first answer nobody knows how long refusals take to arrive
      if (tripMs === undefined) return;
      growth *= 2 ** (unusedMs / doublingMs(tripMs));
      unusedMs = 0;
    },
  };
}
