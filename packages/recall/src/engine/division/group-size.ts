/** What is known of targets that are to be divided. */
export interface Suspects {
  readonly count: number;
  /** The share of bad targets to be expected, in (0, 1). */
  readonly share: number;
  /** Whether one of them at least is bad, for all of them together were refused. */
  readonly knownBad: boolean;
}

/**
 * How many of them the next request should carry, so that its answer tells as much as one bit can: as likely
 * refused as not. Of targets that are known to hold a bad one that is never all.
 *
 * With the share measured on the way, isolating k bad targets among n comes close to the log2 C(n, k) requests
 * that no method can beat; see docs/decisions/division.md.
 */
export function groupSize({ count, share, knownBad }: Suspects): number {
  if (count <= 1) return count;
  const logGood = Math.log1p(-share);
  // (1 - share)^size is how likely a group of that size has no bad one; given one in all of them, less likely
  const evenChance = knownBad ? (1 + Math.exp(logGood * count)) / 2 : 1 / 2;
  const size = Math.max(1, Math.round(Math.log(evenChance) / logGood));
  return Math.min(size, knownBad ? count - 1 : count);
}
