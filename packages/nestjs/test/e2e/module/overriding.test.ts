import { REQUEST } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { InvalidRequestError } from '@unpush/core';
import {
  createMemoryTokenCache,
  type HttpSender,
  type HuaweiClient,
  type TokenCache,
} from '@unpush/transport';
import { undiciSender } from '@unpush/transport/undici';
import { directoryStore } from '@unpush/recall/node';
import { describe, expect, it } from 'vitest';
import {
  getUnpushToken,
  RecallService,
  UNPUSH_APPS,
  UNPUSH_OPTIONS,
  UNPUSH_RECALL_RUNNER,
  UNPUSH_RECALL_STORE,
  UNPUSH_SENDER,
  UNPUSH_TOKEN_CACHE,
  UnpushModule,
  type RecallRunner,
  type RunnerParts,
  type UnpushApps,
} from '../../../src/index.ts';
import { NOTIFY_ID, SELECTOR, setStage } from '../../support/stage.ts';

/** Takes recalls on, and works on none. */
function idleRunner(): RecallRunner & { readonly begun: readonly string[] } {
  const begun: string[] = [];
  return {
    isShared: false,
    begun,
    begin: async (owned) => {
      begun.push(owned.recallId);
      await owned.close();
    },
    resume: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    live: () => undefined,
    remainingMs: () => Promise.resolve(undefined),
    onChange: () => () => undefined,
  };
}

describe('overrideProvider, as in the tests of an application', () => {
  it('replaces the sender, under the client and under recalls', async () => {
    await using stage = await setStage();
    const { huawei, ledger, sender, tokens } = stage;
    await using pool = undiciSender(sender);
    const urls: string[] = [];
    const send: HttpSender = (request, options) => {
      urls.push(request.url);
      return pool(request, options);
    };
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ app: huawei, ledger })],
    })
      .overrideProvider(UNPUSH_SENDER)
      .useValue(send)
      .compile();
    await module.get<HuaweiClient>(getUnpushToken()).revoke({ notifyId: NOTIFY_ID, tokens: [tokens[0]!] });
    const recalls = module.get(RecallService);
    const { recallId } = await recalls.start({ selector: SELECTOR, targets: tokens });
    await recalls.finished(recallId);
    const url = `${huawei.endpoint}/v1/${huawei.clientId}/messages:revoke`;
    expect(urls).toEqual([url, url]);
    await module.close();
  });

  it('replaces the token cache', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger, tokens } = stage;
    const memory = createMemoryTokenCache();
    const keys: string[] = [];
    const cache: TokenCache = {
      get: (key) => memory.get(key),
      set: (key, token) => {
        keys.push(key);
        return memory.set(key, token);
      },
    };
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ app: huawei, sender, ledger })],
    })
      .overrideProvider(UNPUSH_TOKEN_CACHE)
      .useValue(cache)
      .compile();
    await module.get<HuaweiClient>(getUnpushToken()).revoke({ notifyId: NOTIFY_ID, tokens: [tokens[0]!] });
    expect(keys).toHaveLength(1);
    await module.close();
  });

  it('replaces the store', async () => {
    await using stage = await setStage();
    const { huawei, sender, tokens } = stage;
    await using store = directoryStore({ directory: stage.file('elsewhere'), newId: () => 'r-0123456789' });
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ app: huawei, sender, ledger: { directory: '/nowhere' } })],
    })
      .overrideProvider(UNPUSH_RECALL_STORE)
      .useValue(store)
      .compile();
    const recalls = module.get(RecallService);
    expect(await recalls.start({ selector: SELECTOR, targets: tokens })).toMatchObject({
      recallId: 'r-0123456789',
    });
    await recalls.finished('r-0123456789');
    await module.close();
    // What was given is not closed by the module
    expect(await store.list()).toHaveLength(1);
  });

  it('replaces the runner', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger, tokens } = stage;
    const runner = idleRunner();
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ app: huawei, sender, ledger })],
    })
      .overrideProvider(UNPUSH_RECALL_RUNNER)
      .useValue(runner)
      .compile();
    const { recallId } = await module.get(RecallService).start({ selector: SELECTOR, targets: tokens });
    expect(runner.begun).toEqual([recallId]);
    expect(stage.revoked().size).toBe(0);
    await module.close();
  });

  it('replaces the client of an app', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger } = stage;
    const client = { revoke: () => Promise.reject(new InvalidRequestError([])) };
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ apps: { shop: huawei }, sender, ledger })],
    })
      .overrideProvider(getUnpushToken('shop'))
      .useValue(client)
      .compile();
    expect(module.get(getUnpushToken('shop'))).toBe(client);
    await module.close();
  });

  it('replaces the apps, under clients and recalls', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger } = stage;
    const open = async (): Promise<UnpushApps> => {
      const module = await Test.createTestingModule({
        imports: [UnpushModule.forRoot({ app: huawei, sender, ledger })],
      }).compile();
      return module.get<UnpushApps>(UNPUSH_APPS);
    };
    const apps = await open();
    const module = await Test.createTestingModule({
      imports: [UnpushModule.forRoot({ app: { ...huawei, clientId: 'another' }, sender, ledger })],
    })
      .overrideProvider(UNPUSH_APPS)
      .useValue(apps)
      .compile();
    expect(module.get(getUnpushToken())).toBe(apps.get().client);
    await module.close();
  });
});

describe('what is given by options', () => {
  it('is a sender, a token cache, a store or a runner of ones own', async () => {
    await using stage = await setStage();
    const { huawei, sender, tokens } = stage;
    await using send = undiciSender(sender);
    await using store = directoryStore({ directory: stage.file('elsewhere') });
    const runner = idleRunner();
    const given: RunnerParts[] = [];
    const tokenCache = createMemoryTokenCache();
    const module = await Test.createTestingModule({
      imports: [
        UnpushModule.forRoot({
          app: huawei,
          sender: send,
          tokenCache,
          ledger: store,
          recalls: {
            resumeOnStart: false,
            runner: (parts) => {
              given.push(parts);
              return runner;
            },
          },
        }),
      ],
    }).compile();
    expect(module.get(UNPUSH_SENDER)).toBe(send);
    expect(module.get(UNPUSH_TOKEN_CACHE)).toBe(tokenCache);
    expect(module.get(UNPUSH_RECALL_STORE)).toBe(store);
    expect(module.get(UNPUSH_RECALL_RUNNER)).toBe(runner);
    expect(given).toEqual([
      {
        apps: module.get<UnpushApps>(UNPUSH_APPS),
        store,
        resumeOnStart: false,
        observe: given[0]?.observe,
      },
    ]);
    await module.get(RecallService).start({ selector: SELECTOR, targets: tokens });
    expect(runner.begun).toHaveLength(1);
    await module.close();
  });
});

describe('the options of the module', () => {
  it('can be overridden as they are given, and are checked', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger, tokens } = stage;
    const overridden = (options: object): Promise<TestingModule> =>
      Test.createTestingModule({
        imports: [UnpushModule.forRoot({ app: { ...huawei, endpoint: 'https://push.example' } })],
      })
        .overrideProvider(UNPUSH_OPTIONS)
        .useValue(options)
        .compile();
    const module = await overridden({ app: huawei, sender, ledger });
    await module.init();
    const { recallId } = await module.get(RecallService).start({ selector: SELECTOR, targets: tokens });
    expect(await module.get(RecallService).finished(recallId)).toMatchObject({ targets: { accepted: 3 } });
    await module.close();
    await expect(overridden({ app: { ...huawei, quota: -1 } })).rejects.toThrow(
      'unpush: app.quota: must be a number of targets per second, more than 0; got the number -1',
    );
  });

  it('are of no request', async () => {
    await using stage = await setStage();
    const { huawei: app, sender, ledger } = stage;
    const module = await Test.createTestingModule({
      imports: [
        UnpushModule.forRootAsync({ inject: [REQUEST], useFactory: () => ({ app, sender, ledger }) }),
      ],
    }).compile();
    await expect(module.init()).rejects.toThrow(
      'unpush: options: must be made once, when the application starts, but depend on the request',
    );
  });
});
