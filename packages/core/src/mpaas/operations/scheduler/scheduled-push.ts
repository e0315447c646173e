import type { MpaasBody } from '../../answers/answer-body.ts';
import { fieldsOf, listOf, nameOf, numberOf, present, textOf } from '../../answers/read-values.ts';
import { DELIVERY_TYPES, type DeliveryType } from '../../fields/delivery-type.ts';
import { PUSH_KINDS, type PushKind } from './push-kind.ts';

/** A scheduled push, or one of a loop. A field that the answer lacks, or that cannot be read, is absent. */
export interface ScheduledPush {
  /** What a cancellation asks for: the push's own id, of a loop that of this one time. */
  readonly uniqueId?: string;
  /** Of a loop, the id of the whole of it; else the same as `uniqueId`. */
  readonly parentId?: string;
  /** When it is to happen, in milliseconds since 1970. */
  readonly pushTime?: number;
  readonly pushTitle?: string;
  readonly pushContent?: string;
  readonly type?: PushKind;
  readonly deliveryType?: DeliveryType;
  readonly strategyType?: 'scheduled' | 'loop';
  /** Whether it has happened. */
  readonly executed?: boolean;
  /** `CreateType`: a number whose meaning is documented nowhere. */
  readonly createType?: number;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt?: number;
}

/** A page of scheduled pushes. */
export interface ScheduledPushes {
  readonly list: readonly ScheduledPush[];
  /** How many there are on all pages. */
  readonly totalCount?: number;
}

/** Reads `ResultContent`, whether it is an object or its JSON. */
export function readScheduledPushes({ content }: MpaasBody): ScheduledPushes {
  const outer = fieldsOf(content);
  const page = 'data' in outer ? fieldsOf(outer['data']) : outer;
  return {
    list: listOf(page['list']).map(readScheduledPush),
    ...present({ totalCount: numberOf(page['totalcount']) }),
  };
}

function readScheduledPush(given: unknown): ScheduledPush {
  const fields = fieldsOf(given);
  return present({
    uniqueId: textOf(fields['uniqueid']),
    parentId: textOf(fields['parentid']),
    pushTime: numberOf(fields['pushtime']),
    pushTitle: textOf(fields['pushtitle']),
    pushContent: textOf(fields['pushcontent']),
    type: nameOf(fields['type'], PUSH_KINDS),
    deliveryType: nameOf(fields['deliverytype'], DELIVERY_TYPES),
    strategyType: nameOf(fields['strategytype'], { scheduled: 1, loop: 2 }),
    executed: EXECUTED.get(numberOf(fields['executedstatus'])),
    createType: numberOf(fields['createtype']),
    createdAt: numberOf(fields['gmtcreate']),
  });
}

const EXECUTED: ReadonlyMap<number | undefined, boolean> = new Map([
  [0, false],
  [1, true],
]);
