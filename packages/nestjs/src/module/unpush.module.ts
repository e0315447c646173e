import { Module, type DynamicModule } from '@nestjs/common';
import { kindShown } from '../options/kind-shown.ts';
import { UnpushOptionsError } from '../options/options-error.ts';
import type { UnpushModuleOptions } from './options/module-options.ts';
import { DEFAULT_APP } from '../tokens/tokens.ts';
import type { UnpushModuleAsyncOptions } from './async-options.ts';
import { providersFor } from './providers.ts';
import { ConfigurableModuleClass } from './unpush.module-definition.ts';

/** For every module of the application, or for those that import this one. */
export interface UnpushModuleExtras {
  /** Whether every module sees the apps and `RecallService` without importing this one. Default false. */
  readonly isGlobal?: boolean;
}

/**
 * Revokes and recalls by injection.
 *
 * Each call of `forRoot` or `forRootAsync` makes a module with apps of its own; make one of them global at the most.
 *
 * @example
 * ```ts
 * @Module({
 *   imports: [
 *     UnpushModule.forRoot({
 *       app: { vendor: 'huawei', clientId: '104729817', serviceAccount: { file: 'service-account.json' } },
 *       isGlobal: true,
 *     }),
 *   ],
 * })
 * export class AppModule {}
 * ```
 */
@Module({})
export class UnpushModule extends ConfigurableModuleClass {
  /** The application does not start where the options cannot be: see `UnpushOptionsError`. */
  static override forRoot(given: UnpushModuleOptions & UnpushModuleExtras): DynamicModule {
    refuseNoObject(given);
    const { isGlobal, ...options } = given;
    const apps = Object.keys(options.apps ?? { [DEFAULT_APP]: options.app });
    return withApps(super.forRoot(options), { apps, isGlobal });
  }

  /** The same with options that are made when the application starts. */
  static override forRootAsync(given: UnpushModuleAsyncOptions): DynamicModule {
    refuseNoObject(given);
    const { apps, isGlobal, ...options } = given;
    return withApps(super.forRootAsync(options), { apps: apps ?? [DEFAULT_APP], isGlobal });
  }
}

/** What else would be a `TypeError` while modules are imported. */
function refuseNoObject(given: unknown): void {
  if (typeof given === 'object' && given !== null) return;
  throw new UnpushOptionsError([`options: must be an object; got ${kindShown(given)}`]);
}

interface Named {
  readonly apps: readonly string[];
  readonly isGlobal: boolean | undefined;
}

function withApps(definition: DynamicModule, { apps, isGlobal = false }: Named): DynamicModule {
  const { imports, providers, exports } = providersFor(apps);
  return {
    ...definition,
    global: isGlobal,
    imports: [...(definition.imports ?? []), ...imports],
    providers: [...(definition.providers ?? []), ...providers],
    exports,
  };
}
