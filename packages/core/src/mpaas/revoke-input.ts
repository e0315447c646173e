import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { parseRequest } from '../errors/parse-request.ts';
import type { RevokeMessageInput } from './operations/revoke/revoke-message.ts';
import type { RevokeTaskInput } from './operations/revoke/revoke-task.ts';
import { checkRevokeWindow } from './revoke-window.ts';
import { mpaasSelectorSchema } from './selector.ts';

/** What is to be taken back: a message from one target, or a whole task. */
export type MpaasRevokeInput = (RevokeMessageInput | RevokeTaskInput) & {
  /** When it was pushed, in milliseconds since 1970: one older than 7 days is refused before it is sent. */
  readonly sentAt?: number;
};

/**
 * Checks what is to be taken back, and says by which operation: that of the message or that of the task.
 *
 * Throws {@link InvalidRequestError} for both or neither, for a target beside a task, and for a push that is too old.
 *
 * @param now - in milliseconds since 1970.
 */
export function checkMpaasRevoke(input: MpaasRevokeInput, now: number): RevokeMessageInput | RevokeTaskInput {
  // As plain JavaScript may pass it: with both, or with a field that is there and undefined
  const {
    sentAt,
    targetId,
    ...selector
  }: Partial<RevokeMessageInput & RevokeTaskInput & { sentAt: number }> = {
    ...input,
  };
  const what = parseRequest(mpaasSelectorSchema, selector);
  if (sentAt !== undefined) checkRevokeWindow({ sentAt, now });
  // Whom a message went to is checked by its operation
  if ('messageId' in what) return { ...what, targetId: targetId ?? '' };
  if (targetId === undefined) return what;
  throw new InvalidRequestError([
    { field: 'targetId', problem: 'must be left out beside taskId: a task is revoked as a whole' },
  ]);
}
