import * as z from 'zod/mini';
import { inputObject } from '../../fields/input-object.ts';
import { integerSchema } from '../../fields/integer.ts';
import { namedSchema } from '../../fields/named.ts';
import { idSchema } from '../../fields/text.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import { PUSH_KINDS, type PushKind } from './push-kind.ts';
import { readScheduledPushes, type ScheduledPushes } from './scheduled-push.ts';

/** Which scheduled pushes to list. */
export interface QueryPushSchedulerListInput {
  /** The earliest time of the push itself, not of its making; in milliseconds since 1970. */
  readonly startTime: number;
  /** The latest time of the push itself, in milliseconds since 1970; not before `startTime`. */
  readonly endTime: number;
  /** `Type`. Default: all kinds. */
  readonly type?: PushKind | 0 | 1 | 2 | 3;
  /** `UniqueId`: of a parent, which lists all its children, or of one child. */
  readonly uniqueId?: string;
  /** From 1 on, which is the vendor's default. */
  readonly pageNumber?: number;
  /** How many a page holds. The vendor's default: 500. */
  readonly pageSize?: number;
}

const time = (what: string) => integerSchema({ what: `${what}, in milliseconds since 1970` });

/**
 * `QueryPushSchedulerList`: lists scheduled pushes and those of loops.
 *
 * @see https://help.aliyun.com/document_detail/2871132.html
 */
export const queryPushSchedulerList: MpaasOperation<QueryPushSchedulerListInput, ScheduledPushes> =
  defineOperation({
    action: 'QueryPushSchedulerList',
    repeatable: true,
    envelope: 'content',
    input: inputObject({
      startTime: time('the earliest time of the push (StartTime)'),
      endTime: time('the latest time of the push (EndTime)'),
      type: z.optional(namedSchema({ what: 'a kind of push (Type)', numbers: PUSH_KINDS })),
      uniqueId: z.optional(idSchema({ what: 'the unique id of a scheduled push (UniqueId)' })),
      pageNumber: z.optional(integerSchema({ what: 'which page (PageNumber)', min: 1 })),
      pageSize: z.optional(integerSchema({ what: 'how many a page holds (PageSize)', min: 1 })),
    }).check(
      z.refine(({ startTime, endTime }) => startTime <= endTime, {
        path: ['endTime'],
        error: 'must not lie before startTime: check both, and their unit (milliseconds)',
      }),
    ),
    parameters: (input) => ({
      StartTime: input.startTime,
      EndTime: input.endTime,
      Type: input.type,
      UniqueId: input.uniqueId,
      PageNumber: input.pageNumber,
      PageSize: input.pageSize,
    }),
    output: readScheduledPushes,
  });
