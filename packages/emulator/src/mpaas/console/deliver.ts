import { randomDigits } from '../../random.ts';
import { ConflictError, NotFoundError } from '../../world/errors.ts';
import type { MpaasDelivery, MpaasTaskDelivery } from './types.ts';
import type { MpaasWorld } from '../world.ts';
import {
  type Route,
  deliverMessage,
  deliverTaskTo,
  deliverToAll,
  numberOf,
} from '../store/pushes/deliver.ts';
import type { Sent } from '../store/pushes/sent.ts';
import type { Space } from '../store/space.ts';

/** Shows a simple push on devices, without a request. */
export function deliverDirectly(
  delivery: MpaasDelivery,
  space: Space,
  world: MpaasWorld,
): { readonly messageId: string; readonly targets: number } {
  const sent = sentOf(delivery, world);
  const { messageId } = sent;
  const route = routeOf(delivery, space);
  const targets = checked(delivery.targets, route);
  const message = space.pushes.message(messageId);
  if (targets === undefined) return { messageId, targets: deliverToAll(message, sent, route) };
  for (const target of targets) deliverMessage(message, { target, sent }, route);
  return { messageId, targets: targets.size };
}

/** Shows a batch push or a broadcast on devices, without a request. */
export function deliverTaskDirectly(
  delivery: MpaasTaskDelivery,
  space: Space,
  world: MpaasWorld,
): { readonly taskId: string; readonly messageId: string; readonly targets: number } {
  const sent = sentOf(delivery, world);
  const { messageId, sentAt } = sent;
  const { taskId = randomDigits(8, world.random) } = delivery;
  if (space.pushes.task(taskId) !== undefined) throw new ConflictError(`there is a task ${taskId} already`);
  const { kind = delivery.targets === undefined ? 'broadcast' : 'multiple' } = delivery;
  const route = routeOf(delivery, space);
  const targets = checked(delivery.targets, route);
  const task = space.pushes.addTask({ taskId, kind, sentAt }, [messageId]);
  if (targets === undefined) return { taskId, messageId, targets: deliverToAll(task, sent, route) };
  for (const target of targets) deliverTaskTo(task, { target, sent }, route);
  return { taskId, messageId, targets: targets.size };
}

function sentOf(delivery: MpaasDelivery, { clock, random }: MpaasWorld): Sent {
  const { title = 'Hello', content = 'from the emulator', sentAt = clock.wall() } = delivery;
  const { messageId = randomDigits(13, random) } = delivery;
  return { messageId, title, content, sentAt };
}

function routeOf({ addressing = 'device' }: MpaasDelivery, space: Space): Route {
  return { space, addressing };
}

/** Each target once. */
function checked(targets: readonly string[] | undefined, route: Route): ReadonlySet<string> | undefined {
  const unknown = targets?.findIndex((target) => numberOf(target, route) === undefined) ?? -1;
  if (unknown !== -1) throw new NotFoundError(`targets[${unknown}] is no ${route.addressing} of the app`);
  return targets === undefined ? undefined : new Set(targets);
}
