import { Inject, Injectable, Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { Test } from '@nestjs/testing';
import type { HuaweiClient, MpaasClient } from '@unpush/transport';
import { describe, expect, it } from 'vitest';
import {
  getUnpushToken,
  RecallService,
  UNPUSH_APPS,
  UnpushModule,
  type UnpushApps,
  type UnpushModuleAsyncOptions,
  type UnpushModuleOptions,
  type UnpushOptionsFactory,
} from '../../../src/index.ts';
import { openApplication } from '../../support/open-module.ts';
import { NOTIFY_ID, setStage, type Stage } from '../../support/stage.ts';

const STAGE = Symbol('stage');

@Injectable()
class OptionsService implements UnpushOptionsFactory {
  readonly #stage: Stage;
  constructor(@Inject(STAGE) stage: Stage) {
    this.#stage = stage;
  }
  createUnpushOptions(): Promise<UnpushModuleOptions> {
    const { huawei, sender, ledger } = this.#stage;
    return Promise.resolve({ app: huawei, sender, ledger });
  }
}

/** A module of the team's own, with what options are made of. */
function settingsModule(stage: Stage): NonNullable<UnpushModuleAsyncOptions['imports']>[number] {
  @Module({})
  class SettingsModule {}
  return {
    module: SettingsModule,
    providers: [{ provide: STAGE, useValue: stage }, OptionsService],
    exports: [STAGE, OptionsService],
  };
}

const FORMS: readonly { readonly name: string; readonly options: UnpushModuleAsyncOptions }[] = [
  {
    name: 'useFactory',
    options: {
      inject: [STAGE],
      useFactory: ({ huawei, sender, ledger }: Stage) => ({ app: huawei, sender, ledger }),
    },
  },
  { name: 'useClass', options: { useClass: OptionsService } },
  { name: 'useExisting', options: { useExisting: OptionsService } },
];

describe('UnpushModule.forRootAsync', () => {
  it.each(FORMS)('makes its options by $name', async ({ options }) => {
    await using stage = await setStage();
    await using shop = await openApplication({
      imports: [UnpushModule.forRootAsync({ imports: [settingsModule(stage)], ...options })],
    });
    const client = shop.module.get<HuaweiClient>(getUnpushToken());
    await client.revoke({ notifyId: NOTIFY_ID, tokens: [stage.tokens[0]!] });
    expect([...stage.revoked().keys()]).toEqual([stage.tokens[0]]);
  });

  it('goes by @nestjs/config', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger } = stage;
    const file = await stage.write('service-account.json', JSON.stringify(huawei.serviceAccount));
    const environment = {
      PUSH_CLIENT_ID: huawei.clientId,
      PUSH_KEY_FILE: file,
      PUSH_ENDPOINT: huawei.endpoint,
      PUSH_RECALLS: ledger.directory,
    };
    await using shop = await openApplication({
      imports: [
        UnpushModule.forRootAsync({
          imports: [ConfigModule.forRoot({ ignoreEnvFile: true, load: [() => environment] })],
          inject: [ConfigService],
          useFactory: (config: ConfigService) => ({
            app: {
              vendor: 'huawei',
              clientId: config.getOrThrow<string>('PUSH_CLIENT_ID'),
              serviceAccount: { file: config.getOrThrow<string>('PUSH_KEY_FILE') },
              endpoint: config.getOrThrow<string>('PUSH_ENDPOINT'),
            },
            ledger: { directory: config.getOrThrow<string>('PUSH_RECALLS') },
            sender,
          }),
        }),
      ],
    });
    const client = shop.module.get<HuaweiClient>(getUnpushToken());
    await client.revoke({ notifyId: NOTIFY_ID, tokens: [stage.tokens[0]!] });
    expect(stage.revoked().size).toBe(1);
    // The stage writes for everybody to read
    expect(shop.log).toContain(
      `warn ${file} can be read by others than its owner: it holds a secret (chmod 600).`,
    );
  });

  it('takes the names of several apps beside the factory', async () => {
    await using stage = await setStage();
    const { huawei, mpaas, sender, ledger } = stage;
    await using both = await openApplication({
      imports: [
        UnpushModule.forRootAsync({
          apps: ['shop', 'bank'],
          useFactory: () => ({ apps: { shop: huawei, bank: mpaas }, sender, ledger }),
        }),
      ],
    });
    expect(both.module.get<UnpushApps>(UNPUSH_APPS).all.map(({ name, vendor }) => [name, vendor])).toEqual([
      ['shop', 'huawei'],
      ['bank', 'mpaas'],
    ]);
    expect(both.module.get<MpaasClient>(getUnpushToken('bank'))).toHaveProperty('revokeTask');
  });

  it.each([
    [
      undefined,
      "unpush: apps: forRootAsync was told of 'default', but the options hold 'shop', 'bank': name the very same apps beside the factory, as apps: ['shop', 'bank']",
    ],
    [
      ['shop', 'market'],
      "unpush: apps: forRootAsync was told of 'shop', 'market', but the options hold 'shop', 'bank': name the very same apps beside the factory, as apps: ['shop', 'bank']",
    ],
  ])('does not start where it was told of other apps: %j', async (apps, message) => {
    await using stage = await setStage();
    const { huawei, mpaas, sender } = stage;
    const starting = Test.createTestingModule({
      imports: [
        UnpushModule.forRootAsync({
          ...(apps !== undefined && { apps }),
          useFactory: () => ({ apps: { shop: huawei, bank: mpaas }, sender }),
        }),
      ],
    }).compile();
    await expect(starting).rejects.toThrow(message);
  });
});

describe('several modules', () => {
  @Injectable()
  class Banker {
    readonly bank: MpaasClient;
    readonly shop: HuaweiClient;
    readonly recalls: RecallService;
    constructor(
      @Inject(getUnpushToken('bank')) bank: MpaasClient,
      @Inject(getUnpushToken('shop')) shop: HuaweiClient,
      @Inject(RecallService) recalls: RecallService,
    ) {
      this.bank = bank;
      this.shop = shop;
      this.recalls = recalls;
    }
  }

  it('each have their own apps, and a global one is seen by all', async () => {
    await using stage = await setStage();
    const { huawei, mpaas, sender, ledger } = stage;

    @Module({
      imports: [
        UnpushModule.forRootAsync({
          apps: ['bank'],
          useFactory: () => ({ apps: { bank: mpaas }, sender, ledger }),
        }),
      ],
      providers: [Banker],
    })
    class BankModule {}

    await using both = await openApplication({
      imports: [UnpushModule.forRoot({ apps: { shop: huawei }, sender, ledger, isGlobal: true }), BankModule],
    });
    const { bank, shop, recalls } = both.module.get(Banker, { strict: false });
    expect(bank).toHaveProperty('revokeTask');
    await shop.revoke({ notifyId: NOTIFY_ID, tokens: [stage.tokens[0]!] });
    expect(stage.revoked().size).toBe(1);
    // Its own module is nearer than the global one
    const { recallId } = await recalls.start({
      selector: { messageId: '1578807462788' },
      targets: stage.devices,
    });
    expect(await recalls.finished(recallId)).toMatchObject({ app: 'bank', state: 'finished' });
  });

  it('are two even where the same is said twice', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger } = stage;
    const useFactory = (): UnpushModuleOptions => ({ app: huawei, sender, ledger });
    @Module({ imports: [UnpushModule.forRootAsync({ useFactory })], exports: [UnpushModule] })
    class One {}
    @Module({ imports: [UnpushModule.forRootAsync({ useFactory })], exports: [UnpushModule] })
    class Other {}
    await using both = await openApplication({ imports: [One, Other] });
    const of = (module: typeof One): RecallService =>
      both.module.select(module).get(RecallService, { strict: false });
    expect(of(One)).toBeInstanceOf(RecallService);
    expect(of(Other)).toBeInstanceOf(RecallService);
  });
});
