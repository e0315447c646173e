import type { RawAnswer, Verdict } from '@unpush/core';
import { httpDateMs } from './http-date.ts';
import type { HttpAnswer } from './http-sender.ts';
import { retryAfterMs, withinBounds } from './retry-after.ts';

/** When an exchange began and ended, by our wall clock. Milliseconds since 1970. */
export interface ExchangeTimes {
  readonly sentAt: number;
  readonly answeredAt: number;
  /** How long a header of the vendor's own asks to wait, in milliseconds; it comes before `Retry-After`. */
  readonly askedWaitMs?: number | undefined;
}

/** What an answer says of time: how long to wait, and what time it is there. */
export function timesOf(
  { headers }: HttpAnswer,
  { sentAt, answeredAt, askedWaitMs }: ExchangeTimes,
): Pick<Verdict, 'retryAfterMs' | 'clockSkewMs'> {
  const date = httpDateMs(headers.get('date'));
  const wait =
    askedWaitMs === undefined
      ? retryAfterMs({ retryAfter: headers.get('retry-after'), answeredAtMs: date ?? answeredAt })
      : withinBounds(askedWaitMs);
  return {
    ...(wait !== undefined && { retryAfterMs: wait }),
    ...(date !== undefined && { clockSkewMs: date - Math.round((sentAt + answeredAt) / 2) }),
  };
}

/** An answer as those read it who make sense of it. */
export function rawAnswer({ status, headers, body }: HttpAnswer): RawAnswer {
  const contentType = headers.get('content-type');
  return { status, body, ...(contentType !== undefined && { contentType }) };
}
