import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { RecallService, UnpushModule, type UnpushModuleOptions } from '../../src/index.ts';
import { recordLog } from './record-log.ts';
import type { Stage } from './stage.ts';

/** An application that has started. */
export interface OpenedModule extends AsyncDisposable {
  readonly module: TestingModule;
  readonly recalls: RecallService;
  /** What its log says. */
  readonly log: readonly string[];
}

/** Starts an application with what a test imports and provides. */
export async function openApplication(metadata: ModuleMetadata): Promise<OpenedModule> {
  const log = recordLog();
  const module = await Test.createTestingModule(metadata).setLogger(log).compile();
  await module.init();
  return {
    module,
    recalls: module.get(RecallService),
    log: log.lines,
    [Symbol.asyncDispose]: () => module.close(),
  };
}

/** Starts an application with an app of Huawei's, and perhaps more options and modules. */
export const openShop = (
  { huawei, sender, ledger }: Stage,
  options: Partial<Pick<UnpushModuleOptions, 'recalls' | 'ledger'>> & {
    readonly app?: Partial<Stage['huawei']>;
  } = {},
  metadata: ModuleMetadata = {},
): Promise<OpenedModule> => {
  const { app, ...others } = options;
  return openApplication({
    ...metadata,
    imports: [
      UnpushModule.forRoot({ app: { ...huawei, ...app }, sender, ledger, ...others }),
      ...(metadata.imports ?? []),
    ],
  });
};
