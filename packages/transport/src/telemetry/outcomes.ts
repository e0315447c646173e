import { lookUp, type Batch, type Vendor, type Verdict } from '@unpush/core';

/** How an exchange ended, for counting. */
export type ExchangeOutcome = 'accepted' | 'partly-accepted' | 'throttled' | 'refused' | 'no-answer';

/** How an exchange ended. */
export function outcomeOf(verdict: Verdict): ExchangeOutcome {
  const { advice, about, failure, httpStatus } = verdict;
  if (advice === 'done') return rejectedCount(verdict) === 0 ? 'accepted' : 'partly-accepted';
  if (about === 'quota') return 'throttled';
  // A refusal needs no body to be one; an acceptance does
  const isRefusal = httpStatus !== undefined && (failure === undefined || httpStatus >= 300);
  return isRefusal ? 'refused' : 'no-answer';
}

/** The code to count under: the catalog's, the status or the failure. What a vendor invents is one code. */
export function countedCode(vendor: Vendor, verdict: Verdict): string {
  const { code, failure, httpStatus } = verdict;
  if (code !== undefined) return lookUp({ vendor, code }) === undefined ? 'other' : code;
  if (outcomeOf(verdict) === 'no-answer' || httpStatus === undefined) return failure ?? 'other';
  return `http-${httpStatus}`;
}

/** How many of a batch's targets an accepted request refused, and how many not. */
export function countTargets(verdict: Verdict, batch: Batch): { accepted: number; rejected: number } {
  if (verdict.advice !== 'done') return { accepted: 0, rejected: 0 };
  const rejected = rejectedCount(verdict);
  return { accepted: batch.count - rejected, rejected };
}

function rejectedCount({ rejected }: Verdict): number {
  return 'wholeBatch' in rejected ? 0 : rejected.size;
}
