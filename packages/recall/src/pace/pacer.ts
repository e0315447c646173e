/** What the vendor's flow control said to a request. */
export interface Refusal {
  /** When the request was let go, on the monotonic clock. */
  readonly sentAt: number;
  /** How long the vendor asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** The port that decides when the next request may leave. Cost is counted in targets, never in requests. */
export interface Pacer {
  /** Resolves when a request with this many targets may leave; rejects when the signal aborts. */
  take(targets: number, signal: AbortSignal): Promise<void>;
  /** The vendor took a request with this many targets. */
  accepted(targets: number): void;
  /** The vendor's flow control refused a request. */
  refused(refusal: Refusal): void;
  /** The targets a second it allows now; `undefined` where nothing limits it. */
  readonly targetsPerSecond: number | undefined;
}
