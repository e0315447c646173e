import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { UnpushModuleOptions } from './options/module-options.ts';

/**
 * The plumbing of options, as Nest makes it: by value, by `useFactory`, `useClass` (of an `UnpushOptionsFactory`) and
 * `useExisting`. Each call is a module of its own, even with the very same options.
 */
export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } =
  new ConfigurableModuleBuilder<UnpushModuleOptions>({ moduleName: 'Unpush', alwaysTransient: true })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createUnpushOptions')
    .build();
