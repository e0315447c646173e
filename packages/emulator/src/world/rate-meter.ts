/** So many a second: devices at one vendor, requests at another. */
export interface Rate {
  readonly perSecond: number;
  /**
   * `token-bucket` (default): an unused second may be caught up, no more. `fixed-window`: the count starts
   * anew with every full second.
   */
  readonly model?: 'token-bucket' | 'fixed-window' | undefined;
}

/** Counts what passes. */
export class RateMeter {
  readonly #rate: Rate;
  #level: number;
  #since: number;

  /** @param before - the meter this one takes over from: a new rate is no new second to spend. */
  constructor(rate: Rate, nowMs: number, before?: RateMeter) {
    this.#rate = rate;
    this.#level = Math.min(rate.perSecond, before?.left(nowMs) ?? rate.perSecond);
    this.#since = nowMs;
  }

  /** How much may pass now. */
  left(nowMs: number): number {
    this.#refill(nowMs);
    return this.#level;
  }

  /** Whether `amount` more may pass now, by the monotonic clock. What may not is not counted. */
  take(amount: number, nowMs: number): boolean {
    if (amount > this.left(nowMs)) return false;
    this.#level -= amount;
    return true;
  }

  #refill(nowMs: number): void {
    const { perSecond, model = 'token-bucket' } = this.#rate;
    if (model === 'token-bucket') {
      const earned = ((nowMs - this.#since) / 1000) * perSecond;
      this.#level = Math.min(perSecond, this.#level + earned);
      this.#since = nowMs;
    } else if (Math.floor(nowMs / 1000) !== Math.floor(this.#since / 1000)) {
      this.#level = perSecond;
      this.#since = nowMs;
    }
  }
}
