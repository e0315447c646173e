import { ServiceRefusal } from '../../../answers/refusals.ts';
import { parseObject } from '../../../targets.ts';

const MOST_FIELDS = 20;
const MOST_INNER_FIELDS = 9;
/** Names that the vendor keeps for itself. */
const RESERVED = ['notifyType', 'action', 'silent', 'pushType', 'templateCode', 'channel', 'taskId'];

/** `ExtendedParams` of a push: a JSON object of at most 20 fields, none of them reserved, the badge in order. */
export function checkExtension(text: string): void {
  if (text === '') return;
  const fields = fieldsOf(text);
  const names = Object.keys(fields);
  if (names.length > MOST_FIELDS) throw new ServiceRefusal('3035');
  const reserved = names.find((name) => RESERVED.includes(name));
  if (reserved !== undefined) throw new ServiceRefusal('3044', `${reserved} is reserved.`);
  if (names.includes('badge_add_num')) checkBadge(fields);
}

/** `ExtendedParams` of one target of a batch push: fewer than 10 fields. */
export function checkInnerExtension(text: string): void {
  if (text !== '' && Object.keys(fieldsOf(text)).length > MOST_INNER_FIELDS) throw new ServiceRefusal('3049');
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  const fields = parseObject(text);
  if (fields === undefined) throw new ServiceRefusal('3044', 'ExtendedParams must be a JSON object.');
  return fields;
}

/** Huawei's badge: how much to add, and to which activity. */
function checkBadge({
  badge_add_num: number,
  badge_class: activity,
}: Readonly<Record<string, unknown>>): void {
  const isNumber = typeof number === 'number' || typeof number === 'string';
  if (!isNumber || !/^[1-9]\d{0,2}$/.test(String(number))) throw new ServiceRefusal('3058');
  if (typeof activity !== 'string' || activity === '') throw new ServiceRefusal('3059');
}
