/** Time, as a thing that is handed in. */
export interface Clock {
  /** Milliseconds since 1970, as the wall clock has it. */
  wall(): number;
  /** Milliseconds on a clock that is never set back. */
  monotonic(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as that aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
