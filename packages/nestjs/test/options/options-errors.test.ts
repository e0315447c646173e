import { Test } from '@nestjs/testing';
import { describe, expect, it } from 'vitest';
import { checkBullOptions } from '../../src/bullmq/module/bull-options.ts';
import { UnpushModule, UnpushOptionsError } from '../../src/index.ts';
import { checkOptions } from '../../src/module/options/check-options.ts';

const SECRET = 'kJ8vQ2xWn5Rt7Yb3Zc6Ld9Mf1Gh4';
/** As it stands in `REDIS_URL`: too short to be known for a secret by its look. */
const CONNECTION = 'redis://:pw123@redis:6379';
const HUAWEI = { vendor: 'huawei', clientId: '104729817', serviceAccount: { file: '/nowhere/sa.json' } };
const MPAAS = {
  vendor: 'mpaas',
  appId: 'ONEX570DA89211721',
  workspaceId: 'default',
  accessKey: { accessKeyId: 'LTAI5tExample', accessKeySecret: SECRET },
};

/** What an application says that does not start. */
async function said(options: object): Promise<string> {
  // As plain JavaScript may pass it
  const module = UnpushModule.forRoot(options as never);
  const error: unknown = await Test.createTestingModule({ imports: [module] })
    .compile()
    .then(
      () => new Error('it has started'),
      (reason: unknown) => reason,
    );
  if (!(error instanceof Error)) throw new Error('no error was thrown');
  expect(error.message === 'it has started' || UnpushOptionsError.isInstance(error)).toBe(true);
  expect(error.message).not.toContain(SECRET);
  return error.message;
}

const CASES: readonly (readonly [what: string, options: object, message: string])[] = [
  [
    'no app',
    {},
    'unpush: options: must name an app: app: { vendor, … } for one, or apps: { NAME: { vendor, … } } for several',
  ],
  [
    'no apps',
    { apps: {} },
    'unpush: options: must name an app: app: { vendor, … } for one, or apps: { NAME: { vendor, … } } for several',
  ],
  [
    'both',
    { app: MPAAS, apps: { bank: MPAAS } },
    'unpush: app: must be left out beside apps: name the app among the others',
  ],
  ['no vendor', { app: {} }, 'unpush: app.vendor: must be "huawei" or "mpaas"; got missing'],
  [
    'another vendor',
    { apps: { shop: { vendor: 'apple' } } },
    'unpush: apps.shop.vendor: must be "huawei" or "mpaas"; got the string "apple"',
  ],
  [
    'no app where one should stand',
    { apps: { shop: 'huawei' } },
    'unpush: apps.shop: must be the options of an app, with its vendor; got a string',
  ],
  [
    'a name that is none',
    { apps: { 'my shop': MPAAS } },
    'unpush: apps.my shop: is no name of an app: letters, digits, "_", "." and "-", 64 at the most, a letter or digit first',
  ],
  [
    'a client id that is missing',
    { apps: { shop: { vendor: 'huawei', serviceAccount: '{}' } } },
    "unpush: apps.shop.clientId: must be the app's client id from AppGallery Connect; got missing",
  ],
  [
    'a client id that cannot be',
    { apps: { shop: { ...HUAWEI, clientId: 'my shop' } } },
    'unpush: apps.shop.clientId: must be the app\'s client id from AppGallery Connect (letters, digits, ".", "_", "-"), but is the string "my shop"',
  ],
  [
    'a slip of the pen',
    { app: { ...MPAAS, quoat: 50 } },
    'unpush: app: has no option "quoat": its options are vendor, appId, workspaceId, tenantId, region, accessKey, endpoint, quota, concurrency',
  ],
  [
    'a quota that cannot be',
    { app: { ...MPAAS, quota: 0 } },
    'unpush: app.quota: must be a number of targets per second, more than 0; got the number 0',
  ],
  [
    'a concurrency that cannot be',
    { app: { ...MPAAS, concurrency: 1.5 } },
    'unpush: app.concurrency: must be a whole number, 1 or more; got the number 1.5',
  ],
  [
    'an endpoint without TLS',
    { app: { ...MPAAS, endpoint: 'http://push.example' } },
    'unpush: app.endpoint: must begin with https:// (http:// only to this machine), but is the string "http://push.example"',
  ],
  [
    'a region that is none',
    { app: { ...MPAAS, region: 'mars' } },
    'unpush: app.region: must be a region of Alibaba Cloud such as cn-hangzhou, but is the string "mars"',
  ],
  [
    'a key file that is not there',
    { app: HUAWEI },
    'unpush: app.serviceAccount: The service account file /nowhere/sa.json does not exist.',
  ],
  [
    'a service account that is none',
    { app: { ...HUAWEI, serviceAccount: { key_id: 'k', private_key: SECRET } } },
    "unpush: app.serviceAccount: The service account's sub_account is missing.",
  ],
  [
    'a service account of the wrong kind',
    { app: { ...HUAWEI, serviceAccount: 4711 } },
    'unpush: app.serviceAccount: must be the service account that AppGallery Connect gave out, as an object or as JSON text, or { file: PATH }; got a number',
  ],
  [
    'an access key without its secret',
    { app: { ...MPAAS, accessKey: { accessKeyId: 'LTAI5tExample' } } },
    "unpush: app.accessKey: The access key's accessKeySecret is missing.",
  ],
  [
    'an access key that is swapped',
    { app: { ...MPAAS, accessKey: { accessKeyId: SECRET, accessKeySecret: 'LTAI5tExample' } } },
    "unpush: app.accessKey: The access key's accessKeyId and accessKeySecret are swapped.",
  ],
  [
    'a ledger that is none',
    { app: MPAAS, ledger: '/var/lib/recalls' },
    'unpush: ledger: must be { directory: PATH }, a RecallStore or a function that makes one; got a string',
  ],
  [
    'a sender with an option that it has not',
    { app: MPAAS, sender: { rejectUnauthorized: false } },
    'unpush: sender: has no option "rejectUnauthorized": its options are ca, connections, timeouts, proxy, http2',
  ],
  ['authorities that are none', { app: MPAAS, sender: { ca: 'no certificate' } }, 'unpush: sender.ca: '],
  [
    'a token cache that is none',
    { app: MPAAS, tokenCache: {} },
    'unpush: tokenCache: must be a TokenCache, with get and set; got an object',
  ],
  [
    'a switch that is none',
    { app: MPAAS, recalls: { resumeOnStart: 'no' } },
    'unpush: recalls.resumeOnStart: must be true or false; got the string "no"',
  ],
  [
    'a runner that is none',
    { app: MPAAS, recalls: { runner: {} } },
    'unpush: recalls.runner: must be a function that makes a RecallRunner; got an object',
  ],
];

describe('options that cannot be', () => {
  it.each(CASES)('%s', async (_what, options, message) => {
    expect(await said(options)).toContain(message);
  });

  it.each([
    ['app', { app: CONNECTION }],
    ['apps', { apps: CONNECTION }],
    ['apps.shop', { apps: { shop: CONNECTION } }],
    ['ledger', { app: MPAAS, ledger: CONNECTION }],
    ['tokenCache', { app: MPAAS, tokenCache: CONNECTION }],
    ['sender', { app: MPAAS, sender: CONNECTION }],
    ['sender.ca', { app: MPAAS, sender: { ca: CONNECTION } }],
    ['sender.proxy', { app: MPAAS, sender: { proxy: CONNECTION } }],
    ['recalls', { app: MPAAS, recalls: CONNECTION }],
    ['recalls.runner', { app: MPAAS, recalls: { runner: CONNECTION } }],
    ['app.endpoint', { app: { ...MPAAS, endpoint: 'https://shop:pw123@push.example/' } }],
  ])('show no connection string that stands in %s', async (path, options) => {
    const message = await said(options);
    expect(message).toMatch(new RegExp(`^unpush: ${path}:`));
    expect(message).not.toContain('pw123');
  });

  it('are told all at once', async () => {
    const shop = { ...HUAWEI, clientId: '' };
    const bank = { ...MPAAS, quota: -1 };
    expect(await said({ apps: { shop, bank } })).toBe(
      "unpush: apps.shop.clientId: must be the app's client id from AppGallery Connect, but is empty\n" +
        'unpush: apps.bank.quota: must be a number of targets per second, more than 0; got the number -1',
    );
  });
});

it.each([
  [undefined, 'unpush: options: must be an object; got missing'],
  [CONNECTION, 'unpush: options: must be an object; got a string'],
])('options that are no object at all are refused where they stand: %j', (given, message) => {
  expect(() => UnpushModule.forRoot(given as never)).toThrow(new UnpushOptionsError([message.slice(8)]));
  expect(() => UnpushModule.forRootAsync(given as never)).toThrow(message);
});

describe('an option that is undefined', () => {
  it('is not given, whichever it is', () => {
    const { apps, pathOf, ...common } = checkOptions({
      app: { ...MPAAS, tenantId: undefined, region: undefined, endpoint: undefined, quota: undefined },
      apps: undefined,
      ledger: undefined,
      sender: { ca: undefined, proxy: undefined, timeouts: { connectMs: undefined }, http2: undefined },
      tokenCache: undefined,
      recalls: { resumeOnStart: undefined, runner: undefined },
    });
    expect(apps).toStrictEqual({ default: MPAAS });
    expect(pathOf('default')).toBe('app');
    expect(common).toStrictEqual({ sender: { timeouts: {} }, recalls: {} });
    expect(checkOptions({ app: MPAAS, sender: undefined, recalls: undefined })).toMatchObject({ apps });
  });

  it('is not given to the queue, either', () => {
    const timings = { lockMs: undefined, graceMs: 5 };
    expect(
      checkBullOptions({ connection: undefined, prefix: undefined, role: undefined, timings }),
    ).toStrictEqual({ timings: { graceMs: 5 } });
    expect(checkBullOptions({ timings: undefined, concurrency: undefined })).toStrictEqual({});
  });

  it('is missing where it is needed', async () => {
    expect(await said({ app: { ...MPAAS, appId: undefined } })).toBe(
      "unpush: app.appId: must be the app's id (AppId); got missing",
    );
  });
});
