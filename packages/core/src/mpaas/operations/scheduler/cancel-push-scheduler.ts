import * as z from 'zod/mini';
import { show } from '../../../display/show.ts';
import { textOf } from '../../answers/read-values.ts';
import { codeParams } from '../../fields/code-params.ts';
import { inputObject } from '../../fields/input-object.ts';
import { integerSchema } from '../../fields/integer.ts';
import { idSchema } from '../../fields/text.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';

/** Scheduled pushes to be cancelled. */
export interface CancelPushSchedulerInput {
  /** Their unique ids, at least one: a parent's, or of a loop one child's. */
  readonly uniqueIds: readonly string[];
  /**
   * What stands between the ids on the wire. Documented nowhere; default {@link UNIQUE_IDS_SEPARATOR}. Of a single id
   * it does not matter.
   */
  readonly separator?: string;
  /** `Type`: a number whose meaning here is documented nowhere; sent as it is given. */
  readonly type?: number;
}

/** What an accepted cancellation answers. */
export interface CancelledPushScheduler {
  /** `ResultContent`, where it is a text; what it says is documented nowhere. */
  readonly content?: string;
}

/** An assumption: the comma, with which this API lists names elsewhere. */
export const UNIQUE_IDS_SEPARATOR = ',';

const input = inputObject({
  uniqueIds: z.readonly(
    z
      .array(idSchema({ what: 'the unique id of a scheduled push' }), {
        error: ({ input }) => `must be an array of unique ids (UniqueIds), but is ${show(input)}`,
      })
      .check(z.minLength(1, { error: 'must be one unique id or more (UniqueIds), but is empty: give one' })),
  ),
  separator: z._default(
    z
      .string({
        error: ({ input }) => `must be what stands between the ids (a string), but is ${show(input)}`,
      })
      .check(
        z.minLength(1, { error: 'must be what stands between the ids, but is empty', abort: true }),
        z.refine((text) => text.isWellFormed(), {
          error: 'must be what stands between the ids, but holds half a surrogate pair',
          ...codeParams('3031'),
        }),
      ),
    UNIQUE_IDS_SEPARATOR,
  ),
  type: z.optional(integerSchema({ what: "the vendor's number (Type)" })),
}).check(({ value, issues }) => {
  const { uniqueIds, separator } = value;
  uniqueIds.forEach((id, index) => {
    if (!id.includes(separator)) return;
    const message = `must not hold the separator ${JSON.stringify(separator)}, but is ${show(id)}: give each id alone`;
    issues.push({ code: 'custom', input: id, path: ['uniqueIds', index], message });
  });
});

/**
 * `CancelPushScheduler`: cancels scheduled pushes that have not happened yet. Not repeated after a lost answer: query
 * the list to see what came of it.
 *
 * @see https://help.aliyun.com/document_detail/2871132.html
 */
export const cancelPushScheduler: MpaasOperation<CancelPushSchedulerInput, CancelledPushScheduler> =
  defineOperation({
    action: 'CancelPushScheduler',
    repeatable: false,
    envelope: 'content',
    input,
    parameters: ({ uniqueIds, separator, type }) => ({ UniqueIds: uniqueIds.join(separator), Type: type }),
    output: ({ content }) => {
      const text = textOf(content);
      return text === undefined ? {} : { content: text };
    },
  });
