import type { Departure } from './passed.ts';

/**
 * The way back to a quota that was known and is no more: now and then a few requests leave early. A vendor that has
 * nothing to spare refuses one of them at once; if all pass, the old quota is tried.
 */
export interface Comeback {
  /** The quota to come back to; `undefined` if there is none much above the present one. */
  goal(quota: number): number | undefined;
  /** How much longer than the first time to wait before the next try. */
  readonly patience: number;
  /** Whether the next request leaves early. */
  readonly isEarly: boolean;
  /** Remembers a quota that is sure. */
  remember(quota: number, now: number): void;
  /** Lets so many leave early, unless some have already. False if it no longer believes in the old quota. */
  tryEarly(requests: number): boolean;
  /** What left early no longer counts. */
  reset(): void;
  left(departure: Departure): void;
  /** True if with this one all that left early have passed. */
  passed(departure: Departure): boolean;
  /** It was refused. True if it had left early. */
  failed(departure: Departure): boolean;
  /** Nobody knows. True if with this one all that left early have ended. */
  lost(departure: Departure): boolean;
  /** The old quota is tried from now on, in place of this one. */
  jump(from: number, at: number): void;
  /** What to make of a refusal after a jump: `undefined` if it says nothing of it, else where to go back to. */
  judge(
    departure: Departure,
  ): { readonly kind: 'wait' } | { readonly kind: 'back'; readonly quota: number } | undefined;
}

/** Nothing is known of a quota that was last seen so long ago, if others were seen since. */
const REMEMBERED_MS = 60_000;

/** After so many tries it becomes ever less likely that the next one succeeds, and then nobody believes in it. */
const EAGER_TRIES = 12;
const TRIES = 24;

/** For so long, refusals tell whether the jump was right; single ones can be chance. */
const PROOF_MS = 1500;
const PROOF_SHARE = 0.1;

export function createComeback(known: number | undefined): Comeback {
  let best = known ?? 0;
  let bestAt = 0;
  let tries = 0;
  let early: { left: number; readonly open: Set<Departure> } | undefined;
  let jumped: { readonly from: number; readonly at: number; sent: number; refused: number } | undefined;

  const ended = (departure: Departure): boolean =>
    early?.open.delete(departure) === true && early.open.size === 0 && early.left === 0;

  return {
    goal: (quota) => (quota < 0.9 * best ? best : undefined),
    get patience() {
      return 2 ** Math.max(0, (tries - EAGER_TRIES) / 4);
    },
    get isEarly() {
      return early !== undefined && early.left > 0;
    },
    remember(quota, now) {
      if (quota < best && now < bestAt + REMEMBERED_MS) return;
      best = quota;
      bestAt = now;
      tries = 0;
    },
    tryEarly(requests) {
      if (tries > TRIES) {
        best = 0;
        return false;
      }
      early ??= { left: requests, open: new Set() };
      return true;
    },
    reset() {
      early = undefined;
    },
    left(departure) {
      if (jumped !== undefined) jumped.sent += 1;
      if (early === undefined || early.left === 0) return;
      early.left -= 1;
      early.open.add(departure);
    },
    passed: ended,
    lost: ended,
    failed(departure) {
      if (early?.open.delete(departure) !== true) return false;
      tries += 1;
      return true;
    },
    jump(from, at) {
      early = undefined;
      jumped = { from, at, sent: 0, refused: 0 };
    },
    judge(departure) {
      if (jumped === undefined) return undefined;
      const { from, at, sent } = jumped;
      if (departure.at >= at + PROOF_MS) {
        jumped = undefined;
        return undefined;
      }
      jumped.refused += 1;
      if (jumped.refused < Math.max(2, PROOF_SHARE * sent)) return { kind: 'wait' };
      tries += 2;
      jumped = undefined;
      return { kind: 'back', quota: from };
    },
  };
}
