import { checkRevokeWindow, MPAAS_LIMITS } from '@unpush/core';
import { requestProblem } from '../../errors/request-problem.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { formatDuration } from '../../terminal/numbers.ts';
import { whenOf } from '../../terminal/when.ts';
import type { KnownAge } from '../vendor-door.ts';

/** What to know where nobody says how old the push is. */
export const AGE_UNKNOWN =
  'mPaaS takes a push back for 7 days after it was sent; with --sent-at TIME this is checked before anything is sent.';

/** Makes sure that a push is young enough to be revoked. Throws {@link SettingsError}. */
export function checkAge(age: KnownAge): void {
  const problem = ageProblem(age);
  if (problem !== undefined) throw new SettingsError(`--sent-at ${problem}: nothing was sent`);
}

/** With less than this left, it is worth saying. */
const SHORT_MS = 86_400_000;

/** What to know of a push that will soon be too old. */
export function notesOnAge({ sentAt, now, neededMs = 0 }: KnownAge): readonly string[] {
  const end = sentAt + MPAAS_LIMITS.revokeWindowMs;
  const leftMs = end - now;
  if (leftMs < 0 || leftMs >= Math.max(SHORT_MS, neededMs)) return [];
  const tooLong =
    leftMs < neededMs
      ? ` At this quota it takes ${formatDuration(neededMs)}: what comes later may be refused.`
      : '';
  return [
    `mPaaS takes this push back until ${whenOf(end)}, 7 days after it was sent: ${formatDuration(leftMs)} are left.${tooLong}`,
  ];
}

/** What to know of a recall that was begun in time and goes on now. */
export function notesOnResume(age: KnownAge): readonly string[] {
  const { sentAt, now, isExact = false } = age;
  if (ageProblem({ sentAt, now }) === undefined) return isExact ? notesOnAge(age) : [];
  return [
    `the push was sent ${whenOf(sentAt)}${isExact ? '' : ' or earlier'}, and mPaaS takes a push back for 7 days only: what is left may be refused.`,
  ];
}

const ageProblem = (age: KnownAge): string | undefined => requestProblem(() => checkRevokeWindow(age));
