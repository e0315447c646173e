import type { Verdict } from '@unpush/core';

/** A request that was answered, or not. */
export interface Sent {
  readonly verdict: Verdict;
  /** Wall clock, in milliseconds. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** How many credentials had been renewed when it left. */
  readonly renewals: number;
  /** Whether no other request was under way at any time while this one was. */
  readonly wasAlone: boolean;
}
