import type { Batch } from '../batch/batch.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { parseRequest } from '../errors/parse-request.ts';
import type { MpaasApp } from './app.ts';
import { MPAAS_LIMITS } from './limits.ts';
import { revokeMessage } from './operations/revoke/revoke-message.ts';
import { revokeTask } from './operations/revoke/revoke-task.ts';
import type { MpaasRequest } from './rpc/request.ts';
import { mpaasSelectorSchema, type MpaasSelector } from './selector.ts';

/** What a revoke request is made of. */
export interface MpaasRevoke {
  readonly app: MpaasApp;
  readonly selector: MpaasSelector;
  /** One target: the device or user id of a message, or the id of the task itself. */
  readonly batch: Batch;
}

/**
 * Builds one revoke request: `RevokePushMessage` for a message and one target, `RevokePushTask` for a task.
 *
 * Throws {@link InvalidRequestError} if the selector, the app or the target may not be sent.
 *
 * @see https://help.aliyun.com/document_detail/2871130.html
 */
export function buildMpaasRevoke({ app, selector, batch }: MpaasRevoke): MpaasRequest {
  const checked = parseRequest(mpaasSelectorSchema, selector);
  const [targetId = ''] = batch.targets();
  checkCount(batch.count);
  if ('messageId' in checked) return revokeMessage.build(app, { ...checked, targetId });
  if (targetId !== checked.taskId) {
    throw new InvalidRequestError([
      { field: 'targets', problem: 'must be the id of the task itself: a task is revoked as a whole' },
    ]);
  }
  return revokeTask.build(app, checked);
}

function checkCount(count: number): void {
  if (count === MPAAS_LIMITS.targetsPerRevoke) return;
  throw new InvalidRequestError([
    {
      field: 'targets',
      problem: `must be 1 target a request, but are ${count}: send one at a time, or use a recall, which does so`,
    },
  ]);
}
