import { ServiceRefusal } from '../../../answers/refusals.ts';
import { parseObject } from '../../../targets.ts';
import type { Order } from '../../operation.ts';

const MOST_TARGETS = 10;

/** A target, and the sender's id of what it is sent. */
export interface TargetMessage {
  readonly target: string;
  readonly messageId: string;
}

/** `TargetMsgkey`: a JSON object of at most 10 targets, each with the sender's id of its message. */
export function readTargetMap({ parameters }: Order): readonly TargetMessage[] {
  const text = parameters.text('TargetMsgkey');
  if (text === '') throw new ServiceRefusal('3021', 'TargetMsgkey is empty.');
  const map = parseObject(text);
  if (map === undefined) throw new ServiceRefusal('3028', 'TargetMsgkey must be a JSON object.');
  const entries = Object.entries(map);
  if (entries.length === 0) throw new ServiceRefusal('3021', 'TargetMsgkey names no target.');
  if (entries.length > MOST_TARGETS) throw new ServiceRefusal('3029');
  return entries.map(([target, messageId]) => checkTargetMessage(target, messageId));
}

/** Neither of the two is empty. */
export function checkTargetMessage(target: string, messageId: unknown): TargetMessage {
  if (target === '') throw new ServiceRefusal('3021');
  if (typeof messageId !== 'string' || messageId === '') {
    throw new ServiceRefusal('3028', 'The id of a message must be a text that is not empty.');
  }
  return { target, messageId };
}
