import { ConfigurableModuleBuilder } from '@nestjs/common';
import { UNPUSH_OPTIONS } from '../tokens/tokens.ts';
import type { UnpushModuleOptions } from './options/module-options.ts';

/**
 * The plumbing of options, as Nest makes it: by value, by `useFactory`, `useClass` (of an `UnpushOptionsFactory`) and
 * `useExisting`. Each call is a module of its own, even with the very same options.
 */
export const { ConfigurableModuleClass } = new ConfigurableModuleBuilder<UnpushModuleOptions>({
  moduleName: 'Unpush',
  optionsInjectionToken: UNPUSH_OPTIONS,
  alwaysTransient: true,
})
  .setClassMethodName('forRoot')
  .setFactoryMethodName('createUnpushOptions')
  .build();
