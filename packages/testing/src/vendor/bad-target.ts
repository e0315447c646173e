import { NONE_REJECTED, type Verdict } from '@unpush/core';
import { verdictOf } from './verdict-of.ts';

/**
 * Why the vendor refuses a target.
 *
 * - `foreign` of another app: the whole batch is refused, nobody is named
 * - `misfit` makes the request look wrong: the whole batch is refused, as if it were wrong for every target
 * - `invalid` named, and the rest of the batch is not taken; a batch of nothing else is refused as a whole
 * - `illegal` named in an answer that accepts the rest
 */
export type BadTarget = 'foreign' | 'misfit' | 'invalid' | 'illegal';

/** What the vendor says of these targets when nothing else stands in the way. */
export function judge(targets: readonly string[], bad: ReadonlyMap<string, BadTarget>): Verdict {
  const kinds = new Set(targets.map((target) => bad.get(target)));
  if (kinds.has('misfit')) {
    return verdictOf({
      advice: 'fix',
      about: 'request',
      httpStatus: 400,
      code: '80100001',
      message: 'wrong',
    });
  }
  if (kinds.has('foreign')) {
    return verdictOf({
      advice: 'split',
      about: 'target',
      httpStatus: 400,
      code: '80300017',
      message: 'mixed',
    });
  }
  if (kinds.has('invalid')) {
    const rejected =
      kinds.size === 1 ? { wholeBatch: 'all invalid' } : named(targets, { bad, kind: 'invalid' });
    return verdictOf({
      advice: 'reject',
      about: 'target',
      httpStatus: 400,
      code: '80300007',
      message: 'all invalid',
      rejected,
    });
  }
  const partial = kinds.has('illegal');
  return verdictOf({
    advice: 'done',
    about: partial ? 'target' : 'success',
    httpStatus: 200,
    code: partial ? '80100000' : '80000000',
    message: partial ? 'partial success' : 'Success',
    rejected: partial ? named(targets, { bad, kind: 'illegal' }) : NONE_REJECTED,
    mayHaveBeenReceived: true,
  });
}

function named(
  targets: readonly string[],
  { bad, kind }: { readonly bad: ReadonlyMap<string, BadTarget>; readonly kind: BadTarget },
): ReadonlyMap<string, string> {
  return new Map(targets.filter((target) => bad.get(target) === kind).map((target) => [target, kind]));
}
