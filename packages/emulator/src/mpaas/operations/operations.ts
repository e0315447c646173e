import type { MpaasAction } from '../actions.ts';
import { bind } from './device/bind.ts';
import { queryDeviceState } from './device/query-device-state.ts';
import { report } from './device/report.ts';
import { unbind } from './device/unbind.ts';
import type { Operation } from './operation.ts';
import { pushBroadcast } from './push/push-broadcast.ts';
import { pushMultiple } from './push/push-multiple.ts';
import { pushSimple, pushTemplate } from './push/push-simple.ts';
import { revokeMessage } from './revoke/revoke-message.ts';
import { revokeTask } from './revoke/revoke-task.ts';
import { cancelScheduler } from './scheduler/cancel-scheduler.ts';
import { querySchedulers } from './scheduler/query-schedulers.ts';
import { createTemplate } from './template/create-template.ts';
import { deleteTemplate } from './template/delete-template.ts';
import { getTemplate } from './template/get-template.ts';
import { listTemplates } from './template/list-templates.ts';

const APP = ['AppId', 'WorkspaceId'];
const PUSH = [...APP, 'DeliveryType', 'ExpiredSeconds'];

/** What is done for each action. */
export const OPERATIONS: Readonly<Record<MpaasAction, Operation>> = {
  RevokePushMessage: { envelope: 'push', required: [...APP, 'MessageId', 'TargetId'], run: revokeMessage },
  RevokePushTask: { envelope: 'push', required: [...APP, 'TaskId'], run: revokeTask },
  PushSimple: { envelope: 'push', required: [...PUSH, 'Title', 'Content', 'TargetMsgkey'], run: pushSimple },
  PushTemplate: { envelope: 'push', required: [...PUSH, 'TemplateName', 'TargetMsgkey'], run: pushTemplate },
  PushMultiple: { envelope: 'push', required: [...PUSH, 'TemplateName', 'TargetMsg'], run: pushMultiple },
  PushBroadcast: { envelope: 'push', required: [...PUSH, 'TemplateName', 'Msgkey'], run: pushBroadcast },
  QueryPushSchedulerList: {
    envelope: 'scheduler',
    required: [...APP, 'StartTime', 'EndTime'],
    run: querySchedulers,
  },
  CancelPushScheduler: { envelope: 'scheduler', required: [...APP, 'UniqueIds'], run: cancelScheduler },
  // The SDK marks nothing of these as required, not even the app.
  CreateTemplate: { envelope: 'template', required: [], run: createTemplate },
  DeleteTemplate: { envelope: 'template', required: [], run: deleteTemplate },
  GetTemplate: { envelope: 'template', required: [], run: getTemplate },
  ListTemplatePage: { envelope: 'template', required: [], run: listTemplates },
  PushQueryDeviceState: { envelope: 'device', required: [], run: queryDeviceState },
  PushBind: { envelope: 'push', required: [...APP, 'DeliveryToken', 'OsType', 'UserId'], run: bind },
  PushUnBind: { envelope: 'push', required: [...APP, 'DeliveryToken', 'UserId'], run: unbind },
  PushReport: { envelope: 'push', required: [...APP, 'DeliveryToken', 'OsType'], run: report },
};
