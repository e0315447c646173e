import { randomBytes } from 'node:crypto';
import type { MpaasMessageSelector } from '@unpush/core';

/** A message that was never sent, to a target that nobody has: a revoke of it can touch nobody. */
export function nobody(): { readonly selector: MpaasMessageSelector; readonly target: string } {
  const name = (): string => `unpush-doctor-probe-${randomBytes(16).toString('hex')}`;
  return { selector: { messageId: name() }, target: name() };
}
