import type { HuaweiClient } from '@unpush/transport';
import type { PagedTargets, TargetPage } from '@unpush/recall';
import { describe, expectTypeOf, it } from 'vitest';
import {
  TargetPages,
  UnpushModule,
  type AppOptions,
  type HuaweiAppOptions,
  type MpaasAppOptions,
  type RecallEndedEvent,
  type RecallEventPayloads,
  type RecallRequest,
  type RecordLines,
  type RecallService,
  type RecallStatus,
  type UnpushApps,
  type UnpushModuleAsyncOptions,
  type UnpushModuleOptions,
} from '../../src/index.ts';

/** Checked by the compiler: what is marked as an error must be one. Nothing of it runs. */
const never: (work: () => void) => void = () => undefined;

const HUAWEI = { vendor: 'huawei', clientId: '104729817', serviceAccount: '{}' } as const;
const MPAAS = { vendor: 'mpaas', appId: 'ONEX', workspaceId: 'default', accessKey: '{}' } as const;

describe('the types of options', () => {
  it('take one app, or several by their names, and not both', () => {
    expectTypeOf({ app: HUAWEI }).toExtend<UnpushModuleOptions>();
    expectTypeOf({ apps: { shop: HUAWEI, bank: MPAAS } }).toExtend<UnpushModuleOptions>();
    never(() => {
      // @ts-expect-error -- one or several
      UnpushModule.forRoot({ app: HUAWEI, apps: { bank: MPAAS } });
      // @ts-expect-error -- at least one
      UnpushModule.forRoot({});
    });
  });

  it('tell the vendors apart', () => {
    expectTypeOf<Extract<AppOptions, { vendor: 'huawei' }>>().toEqualTypeOf<HuaweiAppOptions>();
    expectTypeOf<Extract<AppOptions, { vendor: 'mpaas' }>>().toEqualTypeOf<MpaasAppOptions>();
    never(() => {
      // @ts-expect-error -- a vendor of its own
      UnpushModule.forRoot({ app: { ...HUAWEI, vendor: 'apple' } });
      // @ts-expect-error -- Huawei has no access key
      UnpushModule.forRoot({ app: { ...HUAWEI, accessKey: '{}' } });
      // @ts-expect-error -- an app needs its credential
      UnpushModule.forRoot({ app: { vendor: 'huawei', clientId: '104729817' } });
      // @ts-expect-error -- a number of targets per second
      UnpushModule.forRoot({ app: { ...MPAAS, quota: '50' } });
    });
  });

  it('take options that are made later', () => {
    expectTypeOf<{ useFactory: () => Promise<UnpushModuleOptions> }>().toExtend<UnpushModuleAsyncOptions>();
    expectTypeOf<UnpushModuleAsyncOptions['apps']>().toEqualTypeOf<readonly string[] | undefined>();
    never(() => {
      // @ts-expect-error -- a factory gives options
      UnpushModule.forRootAsync({ useFactory: () => ({ clientId: '104729817' }) });
      // @ts-expect-error -- names, not options
      UnpushModule.forRootAsync({ apps: { shop: HUAWEI }, useFactory: () => ({ app: HUAWEI }) });
    });
  });

  it('give the client of an app by its vendor', () => {
    expectTypeOf<ReturnType<UnpushApps['get']>['client']>()
      .extract<HuaweiClient>()
      .toEqualTypeOf<HuaweiClient>();
  });
});

describe('the types of recalls', () => {
  const selector = { notifyId: 3114932 };

  it('take targets in one way', () => {
    expectTypeOf({ selector, targets: ['MAAA'] }).toExtend<RecallRequest>();
    expectTypeOf({
      selector,
      files: ['tokens.txt.gz', { path: 'more', format: 'txt' }],
    }).toExtend<RecallRequest>();
    expectTypeOf({ selector, pages: 'audience', parameters: { day: 3 } }).toExtend<RecallRequest>();
    expectTypeOf({ selector: { taskId: '4711' } }).toExtend<RecallRequest>();
    expectTypeOf<{
      selector: { notifyId: number };
      stream: AsyncIterable<Uint8Array>;
      column: string;
    }>().toExtend<RecallRequest>();
    never(() => {
      const start: (request: RecallRequest) => void = () => undefined;
      // @ts-expect-error -- one way
      start({ selector, targets: ['MAAA'], files: ['tokens.txt'] });
      // @ts-expect-error -- a column is of files and streams
      start({ selector, targets: ['MAAA'], column: 'token' });
      // @ts-expect-error -- Huawei's or mPaaS's, and whole
      start({ selector: { id: 3 }, targets: ['MAAA'] });
      // @ts-expect-error -- a push type that can be revoked
      start({ selector: { notifyId: 3, pushType: 'data' }, targets: ['MAAA'] });
    });
  });

  it('give statuses and texts', () => {
    expectTypeOf<RecallService['status']>().returns.toEqualTypeOf<Promise<RecallStatus>>();
    expectTypeOf<ReturnType<RecallService['progress']>>().toExtend<AsyncIterable<RecallStatus>>();
    expectTypeOf<ReturnType<RecallService['report']>>().toExtend<Promise<RecordLines>>();
    expectTypeOf<ReturnType<RecallService['evidence']>>().toExtend<Promise<RecordLines>>();
  });

  it('know what comes with an event by its name', () => {
    expectTypeOf<RecallEventPayloads['unpush.recall.finished']>().toEqualTypeOf<RecallEndedEvent>();
    expectTypeOf<RecallEventPayloads['unpush.recall.canary-passed']['accepted']>().toEqualTypeOf<number>();
  });
});

describe('the types of decorators', () => {
  it('let @TargetPages stand on what has pages only', () => {
    never(() => {
      @TargetPages('good')
      class Good implements PagedTargets {
        page(): Promise<TargetPage> {
          return Promise.resolve({ targets: [] });
        }
      }
      // @ts-expect-error -- it has no pages
      @TargetPages('bad')
      class Bad {
        readonly pages = 3;
      }
      return [Good, Bad];
    });
  });
});
