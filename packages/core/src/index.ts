export { type Batch } from './batch/batch.ts';
export { batchOf } from './batch/batch-of.ts';
export { batchOfJson } from './batch/batch-of-json.ts';
export { batchesOf } from './batch/batches-of.ts';
export { joinBatches } from './batch/join-batches.ts';
export { jsonOfTarget, jsonParts } from './batch/json-parts.ts';
export { type JsonRun } from './batch/json-run.ts';
export {
  LANGUAGES,
  VENDORS,
  type CatalogEntry,
  type CatalogSource,
  type CatalogText,
  type Language,
  type Vendor,
} from './catalog/entry.ts';
export { CredentialError } from './errors/credential-error.ts';
export { maskSecrets, maskTarget } from './display/mask.ts';
export { show } from './display/show.ts';
export { InvalidRequestError, type RequestProblem } from './errors/invalid-request-error.ts';
export { NoAnswerError, type NoAnswerFacts } from './errors/no-answer-error.ts';
export {
  hasCode,
  UnpushError,
  type UnpushErrorCode,
  type UnpushErrorOptions,
} from './errors/unpush-error.ts';
export { VendorError, type VendorErrorFacts } from './errors/vendor-error.ts';
export { OUTCOMES, type Outcome } from './outcome/outcome.ts';
export { type Clock } from './ports/clock.ts';
export { type Random } from './ports/random.ts';
export { backoffMs, type BackoffOptions } from './retry/backoff.ts';
export { type About, type Advice } from './revoker/advice.ts';
export { type AttemptOptions, type Revoker } from './revoker/revoker.ts';
export {
  NONE_REJECTED,
  type CredentialId,
  type Failure,
  type Rejected,
  type Verdict,
} from './revoker/verdict.ts';
export { verdictOfNoAnswer } from './revoker/no-answer-verdict.ts';
export { type RawAnswer } from './revoker/raw-answer.ts';
export { readRevokeAnswer } from './huawei/answer.ts';
export { HUAWEI_LIMITS } from './huawei/limits.ts';
export { buildRevoke, checkClientId, type HuaweiRevoke, type HuaweiRevokeRequest } from './huawei/request.ts';
export {
  HUAWEI_PUSH_TYPES,
  huaweiSelectorSchema,
  type HuaweiPushType,
  type HuaweiSelector,
} from './huawei/selector.ts';
export { huaweiTokensSchema } from './huawei/tokens.ts';
export { parseRequest } from './errors/parse-request.ts';
export { CATALOG, lookUp, lookUpHttp, type CodeQuestion, type HttpQuestion } from './catalog/lookup.ts';
export { explain, textOf, type Explanation, type ExplainQuestion } from './catalog/explain.ts';
export { suggest, type SuggestQuestion } from './catalog/suggest.ts';
export { type HttpStatus } from './catalog/http.ts';
export { HUAWEI_CODES, HUAWEI_HTTP, type HuaweiCode } from './huawei/catalog.ts';
export { MPAAS_CODES, MPAAS_HTTP, type MpaasCode } from './mpaas/catalog.ts';
export { readMpaasRevokeAnswer } from './mpaas/answer.ts';
export { checkMpaasApp, type MpaasApp } from './mpaas/app.ts';
export { MPAAS_LIMITS } from './mpaas/limits.ts';
export { type MpaasAnswer, type MpaasOperation } from './mpaas/operations/operation.ts';
export { MPAAS_OPERATIONS, type MpaasOperations } from './mpaas/operations/operations.ts';
export {
  type PushQueryDeviceStateInput,
  type QueryTargetType,
} from './mpaas/operations/device/push-query-device-state.ts';
export { type DeviceState, type DeviceStatus } from './mpaas/operations/device/device-state.ts';
export {
  type AndroidChannel,
  type BindPeriod,
  type BroadcastAudience,
  type PushStatus,
  type TimeRange,
} from './mpaas/operations/push/fields/audience.ts';
export { DELIVERY_TYPES, type DeliveryType } from './mpaas/operations/push/fields/delivery-type.ts';
export { RESERVED_EXTENDED_PARAMS } from './mpaas/operations/push/fields/extended-params.ts';
export { type PushImages } from './mpaas/operations/push/fields/images.ts';
export { type LiveActivity } from './mpaas/operations/push/fields/live-activity.ts';
export { type PushAction, type PushStyle } from './mpaas/operations/push/fields/push-action.ts';
export {
  type NotifyType,
  type PushOptions,
  type VivoClassification,
} from './mpaas/operations/push/fields/push-options.ts';
export { type PushSms } from './mpaas/operations/push/fields/sms.ts';
export {
  type PushLoop,
  type PushNow,
  type PushScheduled,
  type PushStrategy,
} from './mpaas/operations/push/fields/strategy.ts';
export { type PushTargets, type TargetedMessage } from './mpaas/operations/push/fields/targets.ts';
export { type FilledTemplate } from './mpaas/operations/push/fields/template.ts';
export { type TransparentMessage } from './mpaas/operations/push/fields/transparent-message.ts';
export { type PushBroadcastInput } from './mpaas/operations/push/push-broadcast.ts';
export { type PushMultipleInput, type PushMultipleTarget } from './mpaas/operations/push/push-multiple.ts';
export { type PushSimpleInput } from './mpaas/operations/push/push-simple.ts';
export { type PushTemplateInput } from './mpaas/operations/push/push-template.ts';
export { type Pushed } from './mpaas/operations/push/pushed.ts';
export { type RevokeMessageInput } from './mpaas/operations/revoke/revoke-message.ts';
export { type RevokeTaskInput } from './mpaas/operations/revoke/revoke-task.ts';
export {
  UNIQUE_IDS_SEPARATOR,
  type CancelledPushScheduler,
  type CancelPushSchedulerInput,
} from './mpaas/operations/scheduler/cancel-push-scheduler.ts';
export { type PushKind } from './mpaas/operations/scheduler/push-kind.ts';
export { type QueryPushSchedulerListInput } from './mpaas/operations/scheduler/query-push-scheduler-list.ts';
export { type ScheduledPush, type ScheduledPushes } from './mpaas/operations/scheduler/scheduled-push.ts';
export {
  type CreatedTemplate,
  type CreateTemplateInput,
} from './mpaas/operations/template/create-template.ts';
export {
  type ListTemplatePageInput,
  type TemplatePage,
} from './mpaas/operations/template/list-template-page.ts';
export { type Template } from './mpaas/operations/template/template.ts';
export { type TemplateKey } from './mpaas/operations/template/template-key.ts';
export { buildMpaasRevoke, type MpaasRevoke } from './mpaas/request.ts';
export { checkRevokeWindow, type RevokeWindow } from './mpaas/revoke-window.ts';
export { percentEncode } from './mpaas/rpc/percent-encode.ts';
export { type MpaasRequest } from './mpaas/rpc/request.ts';
export {
  mpaasSelectorSchema,
  type MpaasMessageSelector,
  type MpaasSelector,
  type MpaasTaskSelector,
} from './mpaas/selector.ts';
