import { show } from '../display/show.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { MPAAS_LIMITS } from './limits.ts';

/** When a message was pushed, and what time it is; both in milliseconds since 1970. */
export interface RevokeWindow {
  readonly sentAt: number;
  readonly now: number;
}

const DAY_MS = 86_400_000;

/** The clocks of sender and vendor need not be the same. */
const AHEAD_MS = DAY_MS;

/**
 * Checks that a push is young enough to be revoked: a revoke reaches seven days back. Throws
 * {@link InvalidRequestError} on the field `sentAt` for an older one, and for one more than a day in the future,
 * which is a slip of the pen.
 *
 * @see https://help.aliyun.com/document_detail/260264.html
 */
export function checkRevokeWindow({ sentAt, now }: RevokeWindow): void {
  const problem = problemOf({ sentAt, now });
  if (problem !== undefined) throw new InvalidRequestError([{ field: 'sentAt', problem }]);
}

function problemOf({ sentAt, now }: RevokeWindow): string | undefined {
  const ageMs = now - sentAt;
  if (!Number.isFinite(ageMs)) return `must be a time in milliseconds since 1970, but is ${show(sentAt)}`;
  if (ageMs > MPAAS_LIMITS.revokeWindowMs) {
    return `must lie within the last ${days(MPAAS_LIMITS.revokeWindowMs)} days, which is as far back as a revoke reaches, but lies ${days(ageMs)} days back: this push cannot be revoked any more`;
  }
  if (ageMs < -AHEAD_MS) {
    return `must not lie in the future, but lies ${days(-ageMs)} days ahead: check year, time zone and unit`;
  }
  return undefined;
}

/** Rounded up, so that seven days and an hour are not "7 days". */
const days = (ms: number): string => String(Math.ceil((ms / DAY_MS) * 10) / 10);
