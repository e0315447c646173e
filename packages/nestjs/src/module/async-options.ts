import type { ConfigurableModuleAsyncOptions } from '@nestjs/common';
import type { UnpushModuleOptions } from './options/module-options.ts';

/** What makes the options of the module, for `useClass` and `useExisting`. */
export interface UnpushOptionsFactory {
  createUnpushOptions(): UnpushModuleOptions | Promise<UnpushModuleOptions>;
}

/** Options of `UnpushModule.forRootAsync`, beside those of every module. */
export interface UnpushModuleAsyncOptions extends ConfigurableModuleAsyncOptions<
  UnpushModuleOptions,
  'createUnpushOptions'
> {
  /**
   * The names of the apps that the options will hold: what can be injected is known before the options are. Left out:
   * one app, given as `app`.
   */
  readonly apps?: readonly string[];
  /** Whether every module sees the apps and `RecallService` without importing this one. Default false. */
  readonly isGlobal?: boolean;
}
