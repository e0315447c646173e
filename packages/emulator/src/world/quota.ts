/** How many devices a second an app may address. */
export interface Quota {
  readonly devicesPerSecond: number;
  /**
   * `token-bucket` (default): an unused second may be caught up, no more. `fixed-window`: the count starts
   * anew with every full second.
   */
  readonly model?: 'token-bucket' | 'fixed-window';
  /** Names the wait in a Retry-After header: in whole seconds or as an HTTP date. Default: no such header. */
  readonly retryAfter?: { readonly seconds: number; readonly as: 'seconds' | 'date' };
  /** What the 503 carries. Default `empty`. */
  readonly body?: 'json' | 'html' | 'empty';
}

/** Counts the devices that pass. */
export class QuotaMeter {
  readonly quota: Quota;
  #level: number;
  #since: number;

  /** @param before - the meter this one takes over from: a new quota is no new second to spend. */
  constructor(quota: Quota, nowMs: number, before?: QuotaMeter) {
    this.quota = quota;
    this.#level = Math.min(quota.devicesPerSecond, before?.left(nowMs) ?? quota.devicesPerSecond);
    this.#since = nowMs;
  }

  /** How many devices may pass now. */
  left(nowMs: number): number {
    this.#refill(nowMs);
    return this.#level;
  }

  /** Whether `devices` more may pass now, by the monotonic clock. Those that may not are not counted. */
  take(devices: number, nowMs: number): boolean {
    if (devices > this.left(nowMs)) return false;
    this.#level -= devices;
    return true;
  }

  #refill(nowMs: number): void {
    const { devicesPerSecond, model = 'token-bucket' } = this.quota;
    if (model === 'token-bucket') {
      const earned = ((nowMs - this.#since) / 1000) * devicesPerSecond;
      this.#level = Math.min(devicesPerSecond, this.#level + earned);
      this.#since = nowMs;
    } else if (Math.floor(nowMs / 1000) !== Math.floor(this.#since / 1000)) {
      this.#level = devicesPerSecond;
      this.#since = nowMs;
    }
  }
}

/** The quotas of all apps. An app without one has no limit. */
export class Quotas {
  readonly #meters = new Map<string, QuotaMeter>();

  set(app: string, quota: Quota | undefined, nowMs: number): void {
    if (quota === undefined) this.#meters.delete(app);
    else this.#meters.set(app, new QuotaMeter(quota, nowMs, this.#meters.get(app)));
  }

  meter(app: string): QuotaMeter | undefined {
    return this.#meters.get(app);
  }
}
