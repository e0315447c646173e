import type { Clock } from '@unpush/core';
import type { HuaweiToken } from './token.ts';

/** A token in use, with what is needed to tell its age whatever happens to the clocks. */
export interface HeldToken {
  readonly token: HuaweiToken;
  /** How old it was when it came into our hands, in milliseconds. */
  readonly ageMs: number;
  /** When that was, by the monotonic clock. */
  readonly since: number;
}

/** A token is used until this long before its end. */
const RESERVE_MS = 300_000;

/** How far a foreign clock may be ahead of ours before its token is left alone. */
const MOST_AHEAD_MS = 60_000;

/** Takes a token into use. */
export function hold(token: HuaweiToken, clock: Clock): HeldToken {
  return { token, ageMs: clock.wall() - token.issuedAt * 1000, since: clock.monotonic() };
}

/**
 * Whether a token may still be used. Its age is the older that the two clocks tell: the wall clock may be set
 * back, and the monotonic one may stand still while a laptop sleeps.
 */
export function isFresh({ token, ageMs, since }: HeldToken, clock: Clock): boolean {
  const byWall = clock.wall() - token.issuedAt * 1000;
  const byMonotonic = ageMs + clock.monotonic() - since;
  const lifetimeMs = (token.expiresAt - token.issuedAt) * 1000;
  return ageMs >= -MOST_AHEAD_MS && Math.max(byWall, byMonotonic) < lifetimeMs - RESERVE_MS;
}
