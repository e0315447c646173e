import type { MpaasAction } from '../actions.ts';
import type { Operation } from './operation.ts';
import { revokeMessage } from './revoke-message.ts';
import { revokeTask } from './revoke-task.ts';

const APP = ['AppId', 'WorkspaceId'];

/** What is done for each action. */
export const OPERATIONS: Readonly<Record<MpaasAction, Operation>> = {
  RevokePushMessage: { envelope: 'push', required: [...APP, 'MessageId', 'TargetId'], run: revokeMessage },
  RevokePushTask: { envelope: 'push', required: [...APP, 'TaskId'], run: revokeTask },
};
