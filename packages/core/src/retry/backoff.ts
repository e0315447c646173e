import type { Random } from '../ports/random.ts';

/** How long to wait before the next attempt. */
export interface BackoffOptions {
  /** 0 before the first repeat, 1 before the second, and so on. */
  readonly repeat: number;
  readonly random: Random;
  /** The longest wait before the first repeat, in milliseconds. Default 500. */
  readonly baseMs?: number;
  /** The longest wait at all, in milliseconds. Default 30,000. */
  readonly capMs?: number;
  /** The vendor's own wish; the wait is never shorter. */
  readonly retryAfterMs?: number;
}

/** Exponential backoff with full jitter: a random wait in [0, min(cap, base × 2^repeat)), in milliseconds. */
export function backoffMs({
  repeat,
  random,
  baseMs = 500,
  capMs = 30_000,
  retryAfterMs = 0,
}: BackoffOptions): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** repeat);
  return retryAfterMs + Math.round(random() * ceiling);
}
