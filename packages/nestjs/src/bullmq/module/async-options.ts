import type { ConfigurableModuleAsyncOptions } from '@nestjs/common';
import type { UnpushBullOptions } from './bull-options.ts';

/** What makes the options of the module, for `useClass` and `useExisting`. */
export interface UnpushBullOptionsFactory {
  createUnpushBullOptions(): UnpushBullOptions | Promise<UnpushBullOptions>;
}

/** Which configuration of `BullModule` is meant. */
export interface UnpushBullExtras {
  /** The key under which `BullModule.forRoot` was given it. Default: the one without a key. */
  readonly configKey?: string;
}

/** Options of `UnpushBullModule.forRootAsync`, beside those of every module. */
export interface UnpushBullAsyncOptions
  extends ConfigurableModuleAsyncOptions<UnpushBullOptions, 'createUnpushBullOptions'>, UnpushBullExtras {}
