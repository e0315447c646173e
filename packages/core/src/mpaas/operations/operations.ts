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

/** Every operation of Message Push that unpush speaks, by the name it has in a client. */
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
