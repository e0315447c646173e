/** How far the pace departs from the believed quota: a little below at first, then above, then ever faster. */
export interface Climb {
  /** What the believed quota is multiplied by. */
  readonly factor: number;
  /** How far it has come, in spreads: -1 at first, 0 at the believed quota, 1 as far above as it began below. */
  readonly height: number;
  begin(plan: ClimbPlan): void;
  /** The pace alone has held requests back for so long. */
  goOn(ms: number, now: ClimbNow): void;
}

/** How long things take at the present rate. */
export interface ClimbNow {
  readonly requestMs: number;
  /** No climb doubles in less time. */
  readonly leastDoublingMs: number;
}

/** How a climb goes. */
export interface ClimbPlan {
  /** How far below the believed quota it begins, as a share of that. */
  readonly spread: number;
  /** How long it takes from the height -1 to the height 1. */
  readonly levelMs: number;
  /** How long its height takes to double above 1, where a request takes so long. */
  readonly doublingMs: (requestMs: number) => number;
  /** The height it begins at. Default -1. */
  readonly from?: number;
  /** The height it stays at. Default: none. */
  readonly top?: number;
}

export function createClimb(): Climb {
  let plan: ClimbPlan = { spread: 0, levelMs: 1, doublingMs: () => 1, top: 0 };
  let height = 0;
  return {
    get factor() {
      return 1 + plan.spread * height;
    },
    get height() {
      return height;
    },
    begin(next) {
      plan = next;
      height = next.from ?? -1;
    },
    goOn(ms, { requestMs, leastDoublingMs }) {
      const doublingMs = Math.max(leastDoublingMs, plan.doublingMs(requestMs));
      const level = height + (2 * ms) / plan.levelMs;
      // Nobody was refused where refusals were to be expected: the quota may be any amount higher
      const next = height < 1 ? Math.min(1, level) : height * 2 ** (ms / doublingMs);
      height = Math.min(next, plan.top ?? Infinity);
    },
  };
}
