import { randomDigits } from '../../../random.ts';
import type { PushKind } from '../../store/pushes/schedulers.ts';
import type { Fields, Order } from '../operation.ts';
import type { PushBasics } from './reading/push-basics.ts';
import type { PushText } from './reading/text.ts';

/** A push that may be sent. */
export interface Push extends PushBasics {
  readonly kind: PushKind;
  /** What the list of schedulers shows of it. */
  readonly text: PushText;
  /**
   * Sends it.
   *
   * @param sentAt - milliseconds since 1970.
   * @param taskId - the vendor's id of it; what is no task needs none.
   */
  readonly send: (sentAt: number, taskId: string) => void;
}

/** Sends a push now, or leaves it with the scheduler. Returns what the answer says of it. */
export function dispatch(push: Push, { space, world }: Order): Fields {
  const { clock, random, behaviour } = world;
  const { type, times } = push.strategy;
  const now = clock.wall();
  const id = randomDigits(8, random);
  if (type === 0) push.send(now, id);
  for (const pushTime of times) {
    const uniqueId = type === 1 ? id : randomDigits(8, random);
    space.schedulers.add({
      uniqueId,
      parentId: id,
      kind: push.kind,
      strategyType: type,
      deliveryType: push.deliveryType.number,
      ...push.text,
      createdAt: now,
      pushTime,
      send: () => push.send(pushTime, uniqueId),
    });
  }
  const isTask = push.kind === 'multiple' || push.kind === 'broadcast';
  return { Data: behaviour.resultData === 'task-id' && (isTask || type !== 0) ? id : '' };
}
