import * as z from 'zod/mini';
import { inputObject } from './fields/input-object.ts';
import { idSchema } from './fields/text.ts';

/** A message of a simple or template push, by the sender's own id of it. */
export interface MpaasMessageSelector {
  /** The id that stood beside the target in `TargetMsgkey` when it was pushed. */
  readonly messageId: string;
}

/** A batch or broadcast push, whole. */
export interface MpaasTaskSelector {
  /** The id that Message Push gave the task. */
  readonly taskId: string;
}

/**
 * Which notification to take back from the devices of an mPaaS app. By message for what was pushed by simple or
 * template push, target by target; by task for what was pushed by batch or broadcast.
 *
 * @see https://help.aliyun.com/document_detail/2871130.html
 */
export type MpaasSelector = MpaasMessageSelector | MpaasTaskSelector;

const messageId = idSchema({ what: "the message's id, as it was pushed (MessageId)" });
const taskId = idSchema({ what: "the task's id, as Message Push gave it (TaskId)" });

/** Checks a selector: a message id or a task id, and not both. */
export const mpaasSelectorSchema: z.ZodMiniType<MpaasSelector> = z.pipe(
  inputObject(
    { messageId: z.optional(messageId), taskId: z.optional(taskId) },
    '{ messageId } or { taskId }',
  ),
  z.transform((given, context): MpaasSelector => {
    if (given.messageId !== undefined && given.taskId === undefined) return { messageId: given.messageId };
    if (given.taskId !== undefined && given.messageId === undefined) return { taskId: given.taskId };
    const both = given.messageId !== undefined;
    context.issues.push({
      code: 'custom',
      input: given,
      message: both
        ? 'must hold messageId or taskId, but holds both: a message is revoked target by target, a task as a whole'
        : 'must hold messageId (simple and template pushes) or taskId (batch and broadcast pushes)',
    });
    return z.NEVER;
  }),
);
