import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { UnpushBullOptions } from './bull-options.ts';

/** The plumbing of options, as Nest makes it: by value, `useFactory`, `useClass` and `useExisting`. */
export const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } =
  new ConfigurableModuleBuilder<UnpushBullOptions>({
    moduleName: 'UnpushBull',
  })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createUnpushBullOptions')
    .build();
