import { createClimb } from './climb.ts';
import { createComeback } from './comeback.ts';
import { createRefusalJudge } from './judge-refusal.ts';
import { countPassed, type Departure } from './passed.ts';
import { planClimb, type Care } from './plan-climb.ts';
import { createQuickStart, doublingMs, type QuickStart } from './quick-start.ts';

/** Finds out how many targets a second the vendor lets through. */
export interface QuotaSearch {
  /** Targets a second that may leave now. */
  readonly rate: number;
  /**
   * What the quota is believed to be, in targets a second: what was known before, until it has found out more;
   * `undefined` until there is something to go by.
   */
  readonly quota: number | undefined;
  /** A request leaves. `waited` if the rate has held it back, and not the want of requests. */
  leave(leaving: { readonly at: number; readonly targets: number; readonly waited: boolean }): Departure;
  passed(departure: Departure): void;
  refused(refused: Refused): void;
  /** Nobody knows. It counts as let through: either it was, or as many more may leave as get lost. */
  lost(departure: Departure): void;
  /** It was refused while everything was, which says nothing of the rate. */
  turnedAway(departure: Departure): void;
}

/** A request that was refused, and when that was told. */
export interface Refused {
  readonly departure: Departure;
  readonly now: number;
}

/** What a search goes by. */
export interface QuotaSearchOptions {
  /** The rate is never higher, and begins there. */
  readonly ceiling: number | undefined;
  /** What the quota was found to be before. */
  readonly known: number | undefined;
  readonly roundTripMs: () => number | undefined;
}

/** Until the first answer. */
const UNKNOWN_ROUND_TRIP_MS = 1000;

/** Refusals tell the same until so much time has gone by: of a quota by the second, all up to the next second. */
const SAME_MS = 1000;

/** Where refusals are not expected yet, one without another in so many requests is taken for chance. */
const LONE_REQUESTS = 15;
const EXPECTED_AFTER = 40;
const EXPECTED_UP_TO = 2;

/** A little under the least that the quota can be. */
const UNDER_LEAST = 0.95;
const UNDER_FLOOR = 0.9;
const UNDER_GOAL = 0.97;

/** Requests that leave early when a comeback is tried, and how much faster. */
const EARLY_REQUESTS = 3;
const EARLY_SPREAD = 0.02;
const EARLY_FACTOR = 2;

/** The slowest rate is a request in so many seconds. */
const SLOWEST_S = 10;

/** So long, and the time of so many requests, is a gap. */
const GAP_MS = 2000;
const GAP_REQUESTS = 5;

export function createQuotaSearch(options: QuotaSearchOptions): QuotaSearch {
  const { ceiling = Infinity, known, roundTripMs } = options;
  const passed = countPassed();
  const climb = createClimb();
  const judge = createRefusalJudge();
  const comeback = createComeback(ceiling === Infinity ? undefined : ceiling);
  let start = Math.min(ceiling, known ?? Infinity) === Infinity ? createQuickStart(roundTripMs) : undefined;
  let quota = Math.min(ceiling, (known ?? Infinity) * UNDER_GOAL);
  /** Whether it goes by what was known before, and nothing has left yet that says how large requests are. */
  let isRemembered = known !== undefined;
  /** What it was told, until it knows something itself: handed on and on, it is not to become less each time. */
  let told = known === undefined ? undefined : Math.min(ceiling, known);
  let care: Care = 'careful';
  let confirmed = 0;
  let levelMs = 0;
  let decidedAt = -Infinity;
  /** The last refusal that counted. */
  let anchor: Departure | undefined;
  let lastRefused = -Infinity;
  let passedAt = -Infinity;
  let batch = 0;
  let latest = 0;

  const tripMs = (): number => roundTripMs() ?? UNKNOWN_ROUND_TRIP_MS;
  const requestMs = (rate: number): number => (batch / rate) * 1000;

  function rateNow(): number {
    const rate = start?.rate ?? quota * (comeback.isEarly ? EARLY_FACTOR : climb.factor);
    return Math.min(ceiling, rate);
  }

  function noSlowerThanSlowest(wanted: number): number {
    return Math.min(Math.max(wanted, batch / SLOWEST_S), ceiling);
  }

  function decide(
    now: number,
    belief: { readonly quota: number; readonly spread: number; readonly care: Care },
  ): void {
    quota = noSlowerThanSlowest(belief.quota);
    told = undefined;
    decidedAt = now;
    comeback.reset();
    begin(belief);
  }

  function begin({ spread, care: wanted }: { readonly spread: number; readonly care: Care }): void {
    const below = comeback.goal(quota) !== undefined;
    care = below ? 'comeback' : wanted;
    const plan = planClimb({
      care,
      spread,
      requestMs: requestMs(quota),
      roundTripMs: tripMs(),
      confirmed,
      patience: comeback.patience,
    });
    levelMs = plan.levelMs;
    climb.begin(jumps() ? { ...plan, spread: Math.min(spread, EARLY_SPREAD), top: 1 } : plan);
  }

  /** Where nothing is saved up, requests that leave early tell nothing. */
  function jumps(): boolean {
    return care === 'comeback' && judge.savesUp !== false;
  }

  function tryComeback(): void {
    const early = EARLY_REQUESTS + Math.ceil((EARLY_SPREAD * levelMs) / requestMs(quota));
    if (!comeback.tryEarly(early)) begin({ spread: 0.05, care: 'careful' });
  }

  function takeBack(departure: Departure): void {
    passed.takeBack(departure);
    if (comeback.failed(departure)) retryComeback();
  }

  function retryComeback(): void {
    comeback.reset();
    begin({ spread: EARLY_SPREAD, care: 'careful' });
  }

  /** A time when nothing passed, for want of requests or because nothing could, is no measure of the quota. */
  function restart(departure: Departure): void {
    passed.forget();
    anchor = departure;
  }

  function isChance(departure: Departure): boolean {
    const isLone = Math.abs(departure.number - lastRefused) > LONE_REQUESTS;
    lastRefused = departure.number;
    const isExpected =
      start === undefined ? climb.height <= EXPECTED_UP_TO : departure.number <= EXPECTED_AFTER;
    return isLone && !isExpected;
  }

  function endStart({ floor }: QuickStart, { departure, now }: Refused): void {
    start = undefined;
    const least = Math.max(passed.leastQuota(departure) * UNDER_LEAST, floor * UNDER_FLOOR);
    anchor = departure;
    decide(now, { quota: least, spread: 0.15, care: 'first' });
  }

  function weigh({ departure, now }: Refused): void {
    const belief = judge.refused({
      quota,
      heldMs: departure.at - decidedAt,
      sinceMs: anchor === undefined ? 0 : departure.at - anchor.at,
      through: anchor === undefined ? 0 : passed.between(anchor, departure),
      recent: passed.recentRate(departure),
      batch,
    });
    anchor = departure;
    confirmed = belief.ground === 'guess' ? 0 : confirmed + 1;
    if (belief.ground === 'sure') comeback.remember(belief.quota, now);
    decide(now, { ...belief, care: belief.ground === 'guess' ? 'quick' : 'careful' });
  }

  return {
    get rate() {
      return rateNow();
    },
    get quota() {
      return start === undefined && quota < Infinity ? (told ?? quota) : undefined;
    },
    leave({ at, targets, waited }) {
      const pacedMs = waited ? (latest / rateNow()) * 1000 : 0;
      latest = targets;
      batch = batch === 0 ? targets : batch + (targets - batch) / 4;
      const departure = passed.leave(at, targets);
      start?.goOn({ targets, pacedMs });
      if (start !== undefined) return departure;
      anchor ??= departure;
      if (isRemembered) {
        isRemembered = false;
        quota = noSlowerThanSlowest(quota);
        begin({ spread: 0.05, care: 'quick' });
      }
      if (!comeback.isEarly) {
        climb.goOn(pacedMs, { requestMs: requestMs(rateNow()), leastDoublingMs: doublingMs(tripMs()) });
      }
      comeback.left(departure);
      if (jumps() && climb.height >= 1) tryComeback();
      return departure;
    },
    passed(departure) {
      if (departure.at > passedAt + Math.max(GAP_MS, GAP_REQUESTS * requestMs(rateNow()))) restart(departure);
      passedAt = Math.max(passedAt, departure.at);
      if (!comeback.passed(departure)) return;
      comeback.jump(quota, departure.at);
      quota = Math.min(comeback.goal(quota) ?? quota, ceiling) * UNDER_GOAL;
      told = undefined;
      confirmed = 1;
      begin({ spread: 0.05, care: 'careful' });
    },
    lost(departure) {
      if (comeback.lost(departure)) retryComeback();
    },
    turnedAway: takeBack,
    refused(refused) {
      const { departure, now } = refused;
      takeBack(departure);
      if (isChance(departure)) return;
      if (start !== undefined) {
        endStart(start, refused);
        return;
      }
      // The vendor had nothing left as late as this
      if (departure.at <= decidedAt && care === 'first' && departure.at > (anchor?.at ?? 0))
        anchor = departure;
      if (departure.at <= decidedAt + SAME_MS) return;
      const verdict = comeback.judge(departure);
      if (verdict === undefined) {
        weigh(refused);
        return;
      }
      if (verdict.kind === 'wait') return;
      anchor = departure;
      confirmed = 1;
      decide(now, { quota: verdict.quota, spread: 0.05, care: 'careful' });
    },
  };
}
