import type { Message } from './message.ts';
import type { Addressing, Sent } from './sent.ts';
import type { Space } from '../space.ts';
import type { Task } from './task.ts';

/** One push to one target. */
export interface Addressed {
  readonly target: string;
  readonly sent: Sent;
}

/** Shows a push to one target: a device, a user, or an id of nobody, which is only noted. */
export function deliverMessage(message: Message, { target, sent }: Addressed, by: Route): void {
  const number = numberOf(target, by);
  if (number === undefined) message.sendToStranger(target, sent);
  else waveOf(message, by.addressing).deliverTo([number], sent);
}

/** Shows a part of a task to one target. A task to an id of nobody is seen by nobody. */
export function deliverTaskTo(task: Task, { target, sent }: Addressed, by: Route): void {
  const number = numberOf(target, by);
  if (number !== undefined) waveOf(task, by.addressing).deliverTo([number], sent);
}

/** Shows a push to every device, or every user, that the app has now. It costs the same however many there are. */
export function deliverToAll(to: Message | Task, sent: Sent, { space, addressing }: Route): number {
  const count = addressing === 'device' ? space.phones.count : space.users.count;
  waveOf(to, addressing).deliverToAll(count, sent);
  return count;
}

/** Where a push goes. */
export interface Route {
  readonly space: Space;
  readonly addressing: Addressing;
}

/** The number of the device or user, if there is one. */
export function numberOf(target: string, { space, addressing }: Route): number | undefined {
  return (addressing === 'device' ? space.phones : space.users).numberOf(target);
}

function waveOf(to: Message | Task, addressing: Addressing): Message['devices'] {
  return addressing === 'device' ? to.devices : to.users;
}
