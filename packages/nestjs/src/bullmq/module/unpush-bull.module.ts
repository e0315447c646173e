import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import type { QueueOptions } from 'bullmq';
import { UnpushOptionsError } from '../../options/options-error.ts';
import type { RecallRunnerFactory } from '../../recalls/runner/recall-runner.ts';
import { UNPUSH_RECALL_RUNNER_FACTORY } from '../../tokens/tokens.ts';
import { placeOf } from '../queues/connection.ts';
import { DEFAULT_TIMINGS } from '../queues/timings.ts';
import { QueueRunner } from '../runner/queue-runner.ts';
import { sharedStore } from '../runner/shared-store.ts';
import type { UnpushBullAsyncOptions, UnpushBullExtras } from './async-options.ts';
import { checkBullOptions, type UnpushBullOptions } from './bull-options.ts';
import { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } from './unpush-bull.module-definition.ts';

/** Where requests cannot be made faster than the vendor allows, more would only wait. */
const DEFAULT_CONCURRENCY = 50;

/**
 * Recalls on a queue: every process of the application works on them, at the one pace that the vendor allows the app.
 * It is global: the recalls of each `UnpushModule` go on the queue. They have to be kept where every process sees them:
 * `ledger: postgresStore(…)`.
 *
 * @example
 * ```ts
 * @Module({
 *   imports: [
 *     BullModule.forRoot({ connection: { host: 'localhost', port: 6379 } }),
 *     UnpushBullModule.forRoot({ role: 'worker' }),
 *     UnpushModule.forRoot({ app, ledger: ({ pages }) => postgresStore({ pool, pages }) }),
 *   ],
 * })
 * export class AppModule {}
 * ```
 */
@Module({})
export class UnpushBullModule extends ConfigurableModuleClass {
  /** The application does not start where the options cannot be: see `UnpushOptionsError`. */
  static override forRoot({
    configKey,
    ...options
  }: UnpushBullOptions & UnpushBullExtras = {}): DynamicModule {
    return withRunner(super.forRoot(options), configKey);
  }

  /** The same with options that are made when the application starts. */
  static override forRootAsync({ configKey, ...options }: UnpushBullAsyncOptions): DynamicModule {
    return withRunner(super.forRootAsync(options), configKey);
  }
}

function withRunner(definition: DynamicModule, configKey = 'default'): DynamicModule {
  const runner: FactoryProvider<RecallRunnerFactory> = {
    provide: UNPUSH_RECALL_RUNNER_FACTORY,
    // The token of @nestjs/bullmq, which need not be installed
    inject: [MODULE_OPTIONS_TOKEN, { token: `BULLMQ_CONFIG(${configKey})`, optional: true }],
    useFactory: runnerFactory,
  };
  return {
    ...definition,
    global: true,
    providers: [...(definition.providers ?? []), runner],
    exports: [UNPUSH_RECALL_RUNNER_FACTORY],
  };
}

function runnerFactory(given: UnpushBullOptions, shared: QueueOptions | undefined): RecallRunnerFactory {
  const { role = 'worker', concurrency = DEFAULT_CONCURRENCY, timings, ...own } = checkBullOptions(given);
  const connection = own.connection ?? shared?.connection;
  if (connection === undefined) {
    throw new UnpushOptionsError([
      'bullmq.connection: must be given, or BullModule.forRoot of @nestjs/bullmq be imported: which Redis is it?',
    ]);
  }
  const prefix = own.prefix ?? shared?.prefix;
  const place = placeOf({ connection, ...(prefix !== undefined && { prefix }) });
  return (parts) =>
    new QueueRunner({
      ...parts,
      store: sharedStore(parts.store),
      place,
      timings: { ...DEFAULT_TIMINGS, ...timings },
      role,
      concurrency,
    });
}
