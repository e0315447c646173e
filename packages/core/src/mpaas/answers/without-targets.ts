import { lookUp } from '../../catalog/lookup.ts';
import { maskTarget } from '../../display/mask.ts';
import type { Verdict } from '../../revoker/verdict.ts';

/** A vendor may say the target again, and a user's id is whole in no message of ours. */
export function withoutTargets(verdict: Verdict, targets: readonly string[]): Verdict {
  const { message, rejected, code } = verdict;
  const isKnown = code === undefined || lookUp({ vendor: 'mpaas', code }) !== undefined;
  const mask = (text: string): string => targets.reduce(maskedIn, text);
  return {
    ...verdict,
    ...(message !== undefined && { message: mask(message) }),
    ...(!isKnown && { code: mask(code) }),
    ...('wholeBatch' in rejected && { rejected: { wholeBatch: mask(rejected.wholeBatch) } }),
  };
}

/** As a word of its own, so that a user called "a" leaves the other words readable. */
function maskedIn(text: string, target: string): string {
  if (target === '') return text;
  const literal = target.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return text.replace(new RegExp(`(?<![A-Za-z0-9_])${literal}(?![A-Za-z0-9_])`, 'gu'), () =>
    maskTarget(target),
  );
}
