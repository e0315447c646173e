import type { Fields, Order } from '../operation.ts';
import { checkAge, refuseUnlessTaken } from './revoke-message.ts';
import { wantedText } from '../wanted-text.ts';

/** `RevokePushTask`: takes a batch push or a broadcast back, wherever it went. */
export function revokeTask({ parameters, space, world }: Order): Fields {
  const taskId = wantedText(parameters, 'TaskId', '3028');
  const task = space.pushes.task(taskId);
  if (task === undefined) {
    const { unknownMessage, otherKind } = world.behaviour;
    const isOther = space.pushes.existingMessage(taskId) !== undefined;
    refuseUnlessTaken(isOther ? otherKind : unknownMessage, 'There is no such task.');
    space.pushes.revokeUnknownTask(taskId);
    return {};
  }
  checkAge(task.facts.sentAt, world);
  if (task.timesRevoked > 0) refuseUnlessTaken(world.behaviour.repeatedRevoke, 'It was revoked already.');
  task.revoke();
  return {};
}
