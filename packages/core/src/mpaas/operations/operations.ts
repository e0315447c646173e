import { pushQueryDeviceState } from './device/push-query-device-state.ts';
import { pushBroadcast } from './push/push-broadcast.ts';
import { pushMultiple } from './push/push-multiple.ts';
import { pushSimple } from './push/push-simple.ts';
import { pushTemplate } from './push/push-template.ts';
import { revokeMessage } from './revoke/revoke-message.ts';
import { revokeTask } from './revoke/revoke-task.ts';
import { cancelPushScheduler } from './scheduler/cancel-push-scheduler.ts';
import { queryPushSchedulerList } from './scheduler/query-push-scheduler-list.ts';
import { createTemplate } from './template/create-template.ts';
import { deleteTemplate } from './template/delete-template.ts';
import { getTemplate } from './template/get-template.ts';
import { listTemplatePage } from './template/list-template-page.ts';

/**
 * Every operation of Message Push that unpush speaks, by the name it has in a client.
 *
 * @example
 * ```ts
 * const app = { appId: 'ONEX570DA89211721', workspaceId: 'test' };
 * const request = MPAAS_OPERATIONS.revokeTask.build(app, { taskId: '20842863' }); // to be signed and sent
 * const { verdict } = MPAAS_OPERATIONS.revokeTask.read({ status: 200, body }); // of whatever came back
 * ```
 *
 * @see https://help.aliyun.com/document_detail/158619.html
 */
export const MPAAS_OPERATIONS = {
  revokeMessage,
  revokeTask,
  pushSimple,
  pushTemplate,
  pushMultiple,
  pushBroadcast,
  cancelPushScheduler,
  queryPushSchedulerList,
  createTemplate,
  deleteTemplate,
  getTemplate,
  listTemplatePage,
  pushQueryDeviceState,
} as const;

export type MpaasOperations = typeof MPAAS_OPERATIONS;
