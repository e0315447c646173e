import { SUCCESS } from '../../answers/messages.ts';
import { ServiceRefusal } from '../../answers/refusals.ts';
import { type Receipt, receiptOf } from '../../store/pushes/receipts.ts';
import type { Message } from '../../store/pushes/message.ts';
import type { MpaasWorld } from '../../world.ts';
import type { Fields, Order } from '../operation.ts';
import { wantedText } from '../wanted-text.ts';

const DAY_MS = 86_400_000;

/**
 * `RevokePushMessage`: takes a simple or template push back from one target. The pair of the two ids names it: the
 * sender's id of the message, and the id of the device or user it was addressed to.
 */
export function revokeMessage({ parameters, space, world }: Order): Fields {
  const messageId = wantedText(parameters, 'MessageId', '3028');
  const target = wantedText(parameters, 'TargetId', '3021');
  const message = space.pushes.existingMessage(messageId);
  const receipt = receiptOf(space, message, target);
  if (message === undefined || receipt === undefined) {
    const { unknownMessage, otherKind } = world.behaviour;
    const isOther =
      space.pushes.taskOf(messageId) !== undefined || space.pushes.task(messageId) !== undefined;
    refuseUnlessTaken(isOther ? otherKind : unknownMessage, 'No such message was sent to this target.');
    space.pushes.message(messageId).revokeStranger(target);
    return {};
  }
  checkAge(receipt.sentAt, world);
  if (receipt.times > 0) refuseUnlessTaken(world.behaviour.repeatedRevoke, 'It was revoked already.');
  takeBack(message, receipt, target);
  return {};
}

/** A push can be revoked for some days. */
export function checkAge(sentAt: number, { behaviour, clock }: MpaasWorld): void {
  if (clock.wall() - sentAt <= behaviour.revokeDays * DAY_MS) return;
  refuseUnlessTaken(behaviour.tooOld, `It was sent more than ${behaviour.revokeDays} days ago.`);
}

/** A setting names the answer; 100 means that it goes on as if nothing were the matter. */
export function refuseUnlessTaken(code: string, tip: string): void {
  if (code !== SUCCESS) throw new ServiceRefusal(code, tip);
}

function takeBack(message: Message, receipt: Receipt, target: string): void {
  if (receipt.kind === 'device') message.devices.revoke(receipt.number);
  else if (receipt.kind === 'user') message.users.revoke(receipt.number);
  else message.revokeStranger(target);
}
