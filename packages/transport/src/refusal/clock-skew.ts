import type { Verdict } from '@unpush/core';

/** The vendor's Date has whole seconds, so a smaller difference says nothing. */
const WORTH_SAYING_MS = 30_000;

/** How far this machine's clock is off, in brackets, where that is worth saying. */
export function skewOf({ clockSkewMs = 0 }: Verdict): string {
  if (Math.abs(clockSkewMs) < WORTH_SAYING_MS) return '';
  const seconds = Math.round(Math.abs(clockSkewMs) / 1000);
  return ` (it is ${seconds} s ${clockSkewMs > 0 ? 'behind' : 'ahead of'} the vendor's)`;
}
