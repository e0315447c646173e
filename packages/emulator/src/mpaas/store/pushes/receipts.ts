import type { Message } from './message.ts';
import type { Space } from '../space.ts';

/** That a message was sent to a target. */
export type Receipt = {
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** How often a revoke of it was accepted. */
  readonly times: number;
} & ({ readonly kind: 'device' | 'user'; readonly number: number } | { readonly kind: 'stranger' });

/** What is known of a message and a target: one device, one user, or an id of nobody; undefined if nothing was sent. */
export function receiptOf(space: Space, message: Message | undefined, target: string): Receipt | undefined {
  if (message === undefined) return undefined;
  return (
    ofWave(message, 'device', space.phones.numberOf(target)) ??
    ofWave(message, 'user', space.users.numberOf(target)) ??
    ofStranger(message, target)
  );
}

function ofWave(message: Message, kind: 'device' | 'user', number: number | undefined): Receipt | undefined {
  if (number === undefined) return undefined;
  const wave = kind === 'device' ? message.devices : message.users;
  const sentAt = wave.look(number)?.message.sentAt;
  return sentAt === undefined ? undefined : { kind, number, sentAt, times: wave.timesRevoked(number) };
}

function ofStranger(message: Message, target: string): Receipt | undefined {
  const sent = message.sentToStranger(target);
  return sent === undefined
    ? undefined
    : { kind: 'stranger', sentAt: sent.sentAt, times: message.timesOfStranger(target) };
}
