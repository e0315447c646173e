import { type Rate, RateMeter } from './rate-meter.ts';

interface Metered<Q> {
  readonly quota: Q;
  readonly meter: RateMeter;
}

/** The quotas of a vendor's apps. An app without one has no limit. */
export class Quotas<Q> {
  readonly #byApp = new Map<string, Metered<Q>>();
  readonly #rateOf: (quota: Q) => Rate;

  constructor(rateOf: (quota: Q) => Rate) {
    this.#rateOf = rateOf;
  }

  set(app: string, quota: Q | undefined, nowMs: number): void {
    if (quota === undefined) {
      this.#byApp.delete(app);
      return;
    }
    const meter = new RateMeter(this.#rateOf(quota), nowMs, this.#byApp.get(app)?.meter);
    this.#byApp.set(app, { quota, meter });
  }

  /** Counts `amount` against the app's quota. Returns the quota if it refuses, and counts nothing then. */
  refusal(app: string, amount: number, nowMs: number): Q | undefined {
    const metered = this.#byApp.get(app);
    return metered === undefined || metered.meter.take(amount, nowMs) ? undefined : metered.quota;
  }
}
