/** A request on its way through the vendor's flow control. */
export interface Departure {
  /** Counted from 1. */
  readonly number: number;
  /** When it left, on the monotonic clock. */
  readonly at: number;
  readonly targets: number;
}

/** How many targets the vendor let through, by when their requests left. */
export interface Passed {
  leave(at: number, targets: number): Departure;
  /** It was not let through after all. */
  takeBack(departure: Departure): void;
  /** Targets that left from `first` on and before `last`, and have not been taken back. */
  between(first: Departure, last: Departure): number;
  /** What the quota must be at least, in targets a second, if no more than a second's worth of it can be saved up. */
  leastQuota(last: Departure): number;
  /** Targets a second of late, before `last`: over a second, and at least so many requests as say something. */
  recentRate(last: Departure): number | undefined;
  /** What was before says nothing any longer. */
  forget(): void;
}

interface Mark extends Departure {
  /** The targets that left before, without those taken back. */
  before: number;
}

const COARSE_MS = 50;
const SECOND = 1000;
const REMEMBERED_MS = 3000;
const REMEMBERED_REQUESTS = 12;

/**
 * Counts by departure and not by answer: the vendor meets requests evenly, as they left, while answers come in
 * clusters. A request whose answer is still to come counts as let through.
 */
export function countPassed(): Passed {
  let marks: Mark[] = [];
  let coarse: Mark[] = [];
  let first = 0;
  let total = 0;
  let count = 0;
  const known = new WeakMap<Departure, Mark>();
  const markOf = (departure: Departure): number => known.get(departure)?.before ?? 0;

  function drop(until: number): void {
    while ((marks[first]?.at ?? Infinity) < until && first + REMEMBERED_REQUESTS < marks.length) first += 1;
    if (first < 1024) return;
    marks = marks.slice(first);
    first = 0;
  }

  return {
    leave(at, targets) {
      drop(at - REMEMBERED_MS);
      const mark = { number: (count += 1), at, targets, before: total };
      marks.push(mark);
      if (at - (coarse.at(-1)?.at ?? -Infinity) >= COARSE_MS) coarse.push(mark);
      if (coarse.length > 400) coarse = coarse.filter((_, index) => index % 2 === 0);
      known.set(mark, mark);
      total += targets;
      return mark;
    },
    takeBack(departure) {
      total -= departure.targets;
      for (let index = marks.length - 1; index >= first; index -= 1) {
        const mark = marks[index];
        if (mark === undefined || mark === departure) break;
        mark.before -= departure.targets;
      }
    },
    forget() {
      marks = [];
      coarse = [];
      first = 0;
    },
    between: (from, to) => markOf(to) - markOf(from),
    leastQuota(last) {
      const rates = coarse.map(
        (mark) => ((markOf(last) - mark.before) / (last.at - mark.at + SECOND)) * 1000,
      );
      return Math.max(0, ...rates);
    },
    recentRate(last) {
      let index = marks.length - 1;
      while (index > first && (marks[index]?.at ?? 0) > last.at) index -= 1;
      const end = index;
      while (index > first && ((marks[index]?.at ?? 0) > last.at - SECOND || end - index < 10)) index -= 1;
      const mark = marks[index];
      if (mark === undefined || end - index < 10 || mark.at > last.at - SECOND) return undefined;
      return ((markOf(last) - mark.before) / (last.at - mark.at)) * 1000;
    },
  };
}
