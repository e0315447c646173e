export { UnpushModule, type UnpushModuleExtras } from './module/unpush.module.ts';
export { type UnpushModuleAsyncOptions, type UnpushOptionsFactory } from './module/async-options.ts';
export { InjectUnpush } from './module/inject-unpush.decorator.ts';
export {
  type LedgerDirectory,
  type RecallsOptions,
  type RecallStoreFactory,
  type StoreParts,
  type UnpushCommonOptions,
  type UnpushModuleOptions,
} from './module/options/module-options.ts';
export { UnpushOptionsError } from './options/options-error.ts';
export { type AppOptions } from './app/vendors/app-vendors.ts';
export { type AppBaseOptions } from './app/vendors/app-base.ts';
export { type HuaweiAppOptions } from './app/vendors/huawei.ts';
export { type MpaasAppOptions } from './app/vendors/mpaas.ts';
export { type SecretFile } from './app/vendors/secret-field.ts';
export { type Selector, type UnpushApp, type UnpushApps } from './app/app.ts';
export { RecallService } from './recalls/recall.service.ts';
export {
  type RecallFilter,
  type ReportOptions,
  type ResumeOptions,
  type WatchOptions,
} from './recalls/recall-options.ts';
export { type RecordLines } from './recalls/status/read-lines.ts';
export {
  type FromFiles,
  type FromIterable,
  type FromPages,
  type FromSelector,
  type FromStream,
  type HuaweiRecallSelector,
  type RecallChoices,
  type RecallRequest,
  type RecallTargets,
} from './recalls/start/recall-request.ts';
export { type RecallStatus, type StartedRecall } from './recalls/status/recall-status.ts';
export { type KeptError } from './recalls/kept-settings.ts';
export { TargetPages } from './recalls/pages/target-pages.decorator.ts';
export {
  RECALL_EVENTS,
  type RecallCanaryPassedEvent,
  type RecallEndedEvent,
  type RecallEventName,
  type RecallEventPayloads,
  type RecallFailedEvent,
  type RecallProgressEvent,
  type RecallStartedEvent,
  type RecallStoppingEvent,
  type RecallUnreachableEvent,
} from './recalls/news/recall-events.ts';
export { type RecallNews } from './recalls/news/recall-news.ts';
export {
  type RecallRunner,
  type RecallRunnerFactory,
  type RunnerParts,
} from './recalls/runner/recall-runner.ts';
export {
  DEFAULT_APP,
  getUnpushToken,
  UNPUSH_APPS,
  UNPUSH_OPTIONS,
  UNPUSH_RECALL_RUNNER,
  UNPUSH_RECALL_RUNNER_FACTORY,
  UNPUSH_RECALL_STORE,
  UNPUSH_SENDER,
  UNPUSH_TOKEN_CACHE,
} from './tokens/tokens.ts';
export {
  UnpushExceptionFilter,
  type UnpushExceptionFilterOptions,
} from './exceptions/unpush-exception.filter.ts';
export { type ProblemField, type ProblemKind, type UnpushProblem } from '@unpush/recall/problems';
