import type { Rejected, Verdict } from '@unpush/core';

/** What is known when a verdict comes in. */
export interface Situation {
  readonly verdict: Verdict;
  /** How many targets the batch holds. */
  readonly count: number;
  /** Which attempt it was, from 1; refusals by flow control do not count. */
  readonly attempt: number;
  /** The most attempts for a fault of the vendor or the network. */
  readonly maxAttempts: number;
  /** Whether time for repeats is left. */
  readonly mayRepeat: boolean;
  /** Whether flow control has shown that it will not let so many through at once. */
  readonly isTooMany: boolean;
  readonly canary: boolean;
  /** Whether the vendor has accepted this selector for any target yet. */
  readonly accepted: boolean;
  /** Whether the vendor is away: so many batches in a row were not answered that it is not for what is in them. */
  readonly isOutage: boolean;
  /** Whether it may have acted on this very batch, in this request or an earlier one. */
  readonly mayHaveBeenReceived: boolean;
}

/** What the engine does next with the batch. */
export type Step =
  | { readonly kind: 'accept'; readonly rejected: ReadonlyMap<string, string> }
  /** These are refused; what is left is sent again. */
  | { readonly kind: 'reject'; readonly rejected: Rejected }
  | { readonly kind: 'again' }
  /** The vendor was there before and is away now: it will be back. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'slower' }
  | { readonly kind: 'renew' }
  | { readonly kind: 'divide' }
  /** More than flow control ever lets through at once. */
  | { readonly kind: 'halve' }
  | { readonly kind: 'shrink'; readonly to: number }
  /** Refused alone, but perhaps not by its own fault: that shows when the canary is through. */
  | { readonly kind: 'hold' }
  /** Sent, and no usable answer after all attempts. */
  | { readonly kind: 'unknown' }
  /** The caller stopped waiting for the answer. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'stop'; readonly by: 'refused' | 'unreachable' | 'not-the-vendor' };

/** The steps with which the sending of a batch ends, and its targets are settled or handed back. */
export type FinalStep = Extract<
  Step,
  { readonly kind: 'accept' | 'reject' | 'divide' | 'halve' | 'shrink' | 'hold' | 'unknown' }
>;

/** The steps after which the same batch may be sent again as it is. */
export type RepeatingStep = Exclude<Step, FinalStep>;

const FINAL: ReadonlySet<Step['kind']> = new Set<FinalStep['kind']>([
  'accept',
  'reject',
  'divide',
  'halve',
  'shrink',
  'hold',
  'unknown',
]);

export const isFinal = (step: Step): step is FinalStep => FINAL.has(step.kind);

/** Turns a verdict's advice into the next step. Pure: the same situation always leads to the same step. */
export function decide(situation: Situation): Step {
  const { verdict, count } = situation;
  if (verdict.failure === 'aborted') return { kind: 'interrupted' };
  switch (verdict.advice) {
    case 'done':
      return acceptOrReject(verdict.rejected);
    case 'retry':
      return retry(situation);
    case 'renew':
      return { kind: 'renew' };
    case 'reject':
      return { kind: 'reject', rejected: verdict.rejected };
    case 'split':
      return count > 1 ? { kind: 'divide' } : refuseWhole(verdict);
    case 'shrink':
      return shrink(situation);
    case 'fix':
      return fix(situation);
    case 'stop':
      return { kind: 'stop', by: 'refused' };
  }
}

function acceptOrReject(rejected: Rejected): Step {
  return 'wholeBatch' in rejected ? { kind: 'reject', rejected } : { kind: 'accept', rejected };
}

function retry(situation: Situation): Step {
  const { verdict, attempt, maxAttempts, mayRepeat, isTooMany, canary, accepted, isOutage } = situation;
  if (verdict.about === 'quota') return { kind: isTooMany ? 'halve' : 'slower' };
  // A page where the vendor's JSON should be: what answers is a proxy, and asking three million times shows it all
  if (canary && verdict.failure === 'html' && verdict.httpStatus === 200) {
    return { kind: 'stop', by: 'not-the-vendor' };
  }
  if (attempt < maxAttempts && mayRepeat) return { kind: 'again' };
  if (verdict.mayHaveBeenReceived && !(accepted && isOutage)) return { kind: 'unknown' };
  // What never arrived, or while nobody answers, can be tried later; burning through the list now would help nobody. An address that
  // nobody has answered from yet is rather a wrong one, and waiting would only hide that
  return accepted ? { kind: 'wait' } : { kind: 'stop', by: 'unreachable' };
}

/** The vendor's limit must come out strictly smaller, or a confused answer would go on for ever. */
function shrink({ verdict, count }: Situation): Step {
  if (count === 1) return { kind: 'stop', by: 'refused' };
  const allowed = verdict.allowedTargets ?? 0;
  return { kind: 'shrink', to: allowed >= 1 && allowed < count ? allowed : Math.floor(count / 2) };
}

/** Wrong for every target, unless the selector was accepted elsewhere: then it is the targets. */
function fix({ verdict, count, canary, accepted, mayHaveBeenReceived }: Situation): Step {
  if (!canary && !accepted) return { kind: 'stop', by: 'refused' };
  if (count > 1) return { kind: 'divide' };
  // Refused, and perhaps because a lost request has done it already: no judgement of others can tell
  return accepted || mayHaveBeenReceived ? refuseWhole(verdict) : { kind: 'hold' };
}

const refuseWhole = ({ message, code }: Verdict): Step => ({
  kind: 'reject',
  rejected: { wholeBatch: message ?? code ?? 'refused' },
});
