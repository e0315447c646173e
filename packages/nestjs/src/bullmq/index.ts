export { UnpushBullModule } from './module/unpush-bull.module.ts';
export {
  type UnpushBullAsyncOptions,
  type UnpushBullExtras,
  type UnpushBullOptionsFactory,
} from './module/async-options.ts';
export { type UnpushBullOptions } from './module/bull-options.ts';
export { type Timings } from './queues/timings.ts';
export { batchesQueue, recallsQueue } from './queues/queue-names.ts';
export { type RecallProgress } from './driver/recall-jobs/recall-job.ts';
export { QueueRunner, type Backlog, type QueueRunnerParts } from './runner/queue-runner.ts';
