import { Logger, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { RecallStore } from '@unpush/recall';
import { createMemoryTokenCache, type HttpSender, type TokenCache } from '@unpush/transport';
import type { UnpushApp, UnpushApps } from '../app/app.ts';
import { openApps } from '../app/open-apps.ts';
import { NewsDesk } from '../recalls/news/news-desk.ts';
import { PagesRegistry } from '../recalls/pages/pages-registry.ts';
import { RecallService } from '../recalls/recall.service.ts';
import { createLocalRunner } from '../recalls/runner/local-runner.ts';
import type { RecallRunner, RecallRunnerFactory } from '../recalls/runner/recall-runner.ts';
import { checkOptions, type CheckedOptions } from './options/check-options.ts';
import type { UnpushModuleOptions } from './options/module-options.ts';
import { refuseOtherNames } from './options/refuse-other-names.ts';
import {
  CHECKED_OPTIONS,
  DEFAULT_APP,
  getUnpushToken,
  UNPUSH_APPS,
  UNPUSH_OPTIONS,
  UNPUSH_RECALL_RUNNER,
  UNPUSH_RECALL_RUNNER_FACTORY,
  UNPUSH_RECALL_STORE,
  UNPUSH_SENDER,
  UNPUSH_TOKEN_CACHE,
} from '../tokens/tokens.ts';
import { openSender } from './open-sender.ts';
import { openStore } from './open-store.ts';
import { UnpushResources } from './resources.ts';
import { RequestGuard } from './request-guard.ts';

const logger = new Logger('Unpush');
const warn = (message: string): void => {
  logger.warn(message);
};
const log = (message: string): void => {
  logger.log(message);
};

/** What a module with these apps is made of. Each part is a provider of its own, so that each can be overridden. */
export function providersFor(
  names: readonly string[],
): Required<Pick<ModuleMetadata, 'imports' | 'providers' | 'exports'>> {
  const clients = clientProviders(names);
  return {
    imports: [DiscoveryModule],
    providers: [
      UnpushResources,
      RequestGuard,
      PagesRegistry,
      NewsDesk,
      RecallService,
      optionsProvider(names),
      ...PARTS,
      ...clients,
    ],
    exports: [
      RecallService,
      UNPUSH_APPS,
      UNPUSH_RECALL_RUNNER,
      UNPUSH_RECALL_STORE,
      UNPUSH_SENDER,
      UNPUSH_TOKEN_CACHE,
      ...clients.map(({ provide }) => provide),
    ],
  };
}

const optionsProvider = (names: readonly string[]): FactoryProvider<CheckedOptions> => ({
  provide: CHECKED_OPTIONS,
  inject: [UNPUSH_OPTIONS],
  useFactory: (given: UnpushModuleOptions) => {
    const options = checkOptions(given);
    refuseOtherNames(options, names);
    return options;
  },
});

const PARTS: readonly FactoryProvider[] = [
  {
    provide: UNPUSH_SENDER,
    inject: [CHECKED_OPTIONS, UnpushResources],
    useFactory: ({ sender = {} }: CheckedOptions, resources: UnpushResources): HttpSender =>
      typeof sender === 'function' ? sender : resources.own(openSender(sender)),
  },
  {
    provide: UNPUSH_TOKEN_CACHE,
    inject: [CHECKED_OPTIONS],
    useFactory: ({ tokenCache }: CheckedOptions): TokenCache => tokenCache ?? createMemoryTokenCache(),
  },
  {
    provide: UNPUSH_APPS,
    inject: [CHECKED_OPTIONS, UNPUSH_SENDER, UNPUSH_TOKEN_CACHE],
    useFactory: (options: CheckedOptions, send: HttpSender, tokenCache: TokenCache): Promise<UnpushApps> =>
      openApps(options, { send, tokenCache, warn }),
  },
  {
    provide: UNPUSH_RECALL_STORE,
    inject: [CHECKED_OPTIONS, UnpushResources, PagesRegistry],
    useFactory: (
      options: CheckedOptions,
      resources: UnpushResources,
      pages: PagesRegistry,
    ): Promise<RecallStore> => openStore(options, { resources, pages: (name) => pages.find(name), log }),
  },
  {
    provide: UNPUSH_RECALL_RUNNER,
    inject: [
      CHECKED_OPTIONS,
      UNPUSH_APPS,
      UNPUSH_RECALL_STORE,
      NewsDesk,
      { token: UNPUSH_RECALL_RUNNER_FACTORY, optional: true },
    ],
    useFactory: openRunner,
  },
];

// eslint-disable-next-line @typescript-eslint/max-params -- Nest hands over one by one what is injected
async function openRunner(
  { recalls = {} }: CheckedOptions,
  apps: UnpushApps,
  store: RecallStore,
  desk: NewsDesk,
  provided: RecallRunnerFactory | undefined,
): Promise<RecallRunner> {
  const { resumeOnStart = true, runner = provided ?? createLocalRunner } = recalls;
  const made = await runner({ apps, store, resumeOnStart, observe: desk.tell });
  made.onChange(desk.progress);
  return made;
}

/** A client for each app; where there is one only, it is meant without a name as well. */
function clientProviders(names: readonly string[]): readonly FactoryProvider<UnpushApp['client']>[] {
  const only = names.length === 1 && !names.includes(DEFAULT_APP) ? [DEFAULT_APP] : [];
  return [...names, ...only].map((name) => ({
    provide: getUnpushToken(name),
    inject: [UNPUSH_APPS],
    useFactory: (apps: UnpushApps) => apps.get(names.includes(name) ? name : undefined).client,
  }));
}
