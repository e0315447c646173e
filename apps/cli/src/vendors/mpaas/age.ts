import { checkRevokeWindow, InvalidRequestError } from '@unpush/core';
import { SettingsError } from '../../errors/settings-error.ts';
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

/** What to know of a recall that was begun in time and goes on now. */
export function notesOnResume({ sentAt, now }: KnownAge): readonly string[] {
  if (ageProblem({ sentAt, now }) === undefined) return [];
  return [
    `the push was sent ${whenOf(sentAt)} or earlier, and mPaaS takes a push back for 7 days only: what is left may be refused.`,
  ];
}

function ageProblem(age: KnownAge): string | undefined {
  try {
    checkRevokeWindow(age);
    return undefined;
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    return error.problems.map(({ problem }) => problem).join('; ');
  }
}
