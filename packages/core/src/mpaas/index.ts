export { type MpaasAnswer, type MpaasOperation } from './operations/operation.ts';
export { MPAAS_OPERATIONS, type MpaasOperations } from './operations/operations.ts';
export {
  type PushQueryDeviceStateInput,
  type QueryTargetType,
} from './operations/device/push-query-device-state.ts';
export { type DeviceState, type DeviceStatus } from './operations/device/device-state.ts';
export {
  type AndroidChannel,
  type BindPeriod,
  type BroadcastAudience,
  type PushStatus,
  type TimeRange,
} from './operations/push/fields/audience.ts';
export { DELIVERY_TYPES, type DeliveryType } from './fields/delivery-type.ts';
export { RESERVED_EXTENDED_PARAMS } from './operations/push/fields/extended-params.ts';
export { type PushImages } from './fields/images.ts';
export { type LiveActivity } from './operations/push/fields/live-activity.ts';
export { type PushAction, type PushStyle } from './fields/push-action.ts';
export {
  type NotifyType,
  type PushOptions,
  type VivoClassification,
} from './operations/push/fields/push-options.ts';
export { type PushSms } from './operations/push/fields/sms.ts';
export {
  type PushLoop,
  type PushNow,
  type PushScheduled,
  type PushStrategy,
} from './operations/push/fields/strategy.ts';
export { type PushTargets, type TargetedMessage } from './operations/push/fields/targets.ts';
export { type FilledTemplate } from './operations/push/fields/template.ts';
export { type TransparentMessage } from './operations/push/fields/transparent-message.ts';
export { type PushBroadcastInput } from './operations/push/push-broadcast.ts';
export { type PushMultipleInput, type PushMultipleTarget } from './operations/push/push-multiple.ts';
export { type PushSimpleInput } from './operations/push/push-simple.ts';
export { type PushTemplateInput } from './operations/push/push-template.ts';
export { type Pushed } from './operations/push/pushed.ts';
export { type RevokeMessageInput } from './operations/revoke/revoke-message.ts';
export { type RevokeTaskInput } from './operations/revoke/revoke-task.ts';
export {
  UNIQUE_IDS_SEPARATOR,
  type CancelledPushScheduler,
  type CancelPushSchedulerInput,
} from './operations/scheduler/cancel-push-scheduler.ts';
export { type PushKind } from './operations/scheduler/push-kind.ts';
export { type QueryPushSchedulerListInput } from './operations/scheduler/query-push-scheduler-list.ts';
export { type ScheduledPush, type ScheduledPushes } from './operations/scheduler/scheduled-push.ts';
export { type CreatedTemplate, type CreateTemplateInput } from './operations/template/create-template.ts';
export { type ListTemplatePageInput, type TemplatePage } from './operations/template/list-template-page.ts';
export { type Template } from './operations/template/template.ts';
export { type TemplateKey } from './operations/template/template-key.ts';
