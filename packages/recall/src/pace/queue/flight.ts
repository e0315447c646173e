/** A request under way. */
export interface Journey {
  /** Whether no other was under way at any time while it was. */
  readonly wasAlone: boolean;
}

/** The requests under way, and how many of them there should be. */
export interface Flight {
  /** How long a round trip takes on the average of late, in milliseconds; `undefined` before the first answer. */
  readonly roundTripMs: number | undefined;
  begin(): Journey;
  /** `roundTripMs` only if the vendor has done its work: a refusal may come from its doorstep, and much sooner. */
  end(journey: Journey, roundTripMs: number | undefined): void;
  /** Whether one more is of use where so many may leave a second. */
  hasRoom(requestsPerSecond: number): boolean;
}

/** Enough for the first answers to say something, and for a vendor so near that round trips say nothing. */
const LEAST = 6;

/** One round trip's worth is on the way or the pace suffers; as much again is for those that take longer. */
const ROUND_TRIPS = 2;

/** A route can become longer: round trips of an earlier day say nothing. */
const REMEMBERED = 2000;

export function trackFlight(concurrency: number): Flight {
  const underWay = new Set<{ wasAlone: boolean }>();
  let shortestMs: number | undefined;
  let averageMs: number | undefined;
  let earlierMs = Infinity;
  let laterMs = Infinity;
  let told = 0;

  function learn(ms: number): void {
    averageMs = averageMs === undefined ? ms : averageMs + (ms - averageMs) / 8;
    laterMs = Math.min(laterMs, ms);
    shortestMs = Math.min(earlierMs, laterMs);
    told += 1;
    if (told < REMEMBERED) return;
    earlierMs = laterMs;
    laterMs = Infinity;
    told = 0;
  }

  return {
    get roundTripMs() {
      return averageMs;
    },
    begin() {
      const journey = { wasAlone: underWay.size === 0 };
      // Of two or more, none is alone any longer
      if (underWay.size === 1) for (const other of underWay) other.wasAlone = false;
      underWay.add(journey);
      return journey;
    },
    end(journey, roundTripMs) {
      underWay.delete(journey);
      if (roundTripMs !== undefined) learn(roundTripMs);
    },
    hasRoom(requestsPerSecond) {
      // Some answers come from the doorstep all the same, and must not make all the way look short
      const tripMs = Math.max(shortestMs ?? 0, (averageMs ?? 0) / 2);
      const useful = Math.ceil((ROUND_TRIPS * requestsPerSecond * tripMs) / 1000);
      return underWay.size < Math.min(concurrency, Math.max(LEAST, useful));
    },
  };
}
