/** The times that the queue goes by, in milliseconds. */
export interface Timings {
  /** How long a process may be silent before its jobs are taken from it. */
  readonly lockMs: number;
  /** How often whoever does not drive asks whether it may. */
  readonly standByMs: number;
  /** How often the driver looks at what is wanted. */
  readonly lookMs: number;
  /** After so long without a word of a job, its state is asked for. */
  readonly silenceMs: number;
  /** How long a request may take. */
  readonly requestMs: number;
  /** How long requests under way may finish once the application shuts down. */
  readonly graceMs: number;
  /** How long Redis may be away before the driver lets go. */
  readonly redisPatienceMs: number;
}

export const DEFAULT_TIMINGS: Timings = {
  lockMs: 10_000,
  standByMs: 1000,
  lookMs: 1000,
  silenceMs: 5000,
  requestMs: 120_000,
  graceMs: 5000,
  redisPatienceMs: 60_000,
};
