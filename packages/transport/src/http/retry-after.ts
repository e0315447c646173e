import { httpDateMs } from './http-date.ts';

const MOST_MS = 3_600_000;

/** The facts by which a `Retry-After` is read. */
export interface RetryAfter {
  /** The header as it came: seconds, or an HTTP date. */
  readonly retryAfter: string | undefined;
  /** The answer's own time, by which a date is measured: the vendor's clock need not be ours. */
  readonly answeredAtMs: number;
}

/** How long a `Retry-After` asks to wait, in milliseconds from 0 to an hour; `undefined` if it says nothing. */
export function retryAfterMs({ retryAfter, answeredAtMs }: RetryAfter): number | undefined {
  const waitMs = read({ retryAfter, answeredAtMs });
  return waitMs === undefined ? undefined : withinBounds(waitMs);
}

/** A wait from 0 to an hour, in milliseconds: a vendor's slip of the pen must not park a recall for a year. */
export const withinBounds = (waitMs: number): number => Math.min(Math.max(0, waitMs), MOST_MS);

function read({ retryAfter, answeredAtMs }: RetryAfter): number | undefined {
  if (retryAfter !== undefined && /^\s*\d+(?:\.\d+)?\s*$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = httpDateMs(retryAfter);
  return at === undefined ? undefined : at - answeredAtMs;
}
