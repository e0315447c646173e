import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MpaasBehaviourOptions } from '../../src/index.ts';
import { type Given, type MpaasBench, type MpaasChange, setUpMpaas } from '../support/mpaas-bench.ts';

/** One way to be answered with a code: a real, signed request, and what has to be so before. */
interface Way {
  readonly action: string;
  readonly given?: Given;
  readonly change?: MpaasChange;
  readonly settings?: MpaasBehaviourOptions;
  readonly before?: (bench: MpaasBench) => unknown;
}

const json = (value: unknown) => JSON.stringify(value);
const fields = (count: number) =>
  json(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i])));
const targets = (count: number) =>
  json(Object.fromEntries(Array.from({ length: count }, (_, i) => [`device${i}`, `m${i}`])));

const PUSH = { DeliveryType: '1', ExpiredSeconds: '600' };
const SIMPLE = { ...PUSH, Title: 'Hello', Content: 'World', TargetMsgkey: json({ device1: 'm1' }) };
const TEMPLATE = { TemplateName: 'welcome', Title: 'Hello #name#', Content: 'Welcome, #name#' };
const BY_TEMPLATE = { ...PUSH, TemplateName: 'welcome', TemplateKeyValue: json({ name: 'Li' }) };
const BROADCAST = { ...BY_TEMPLATE, Msgkey: 'm1' };
const BATCH = { ...BY_TEMPLATE, 'TargetMsg.1.Target': 'device1', 'TargetMsg.1.MsgKey': 'm1' };
const BIND = { DeliveryToken: 'device1', UserId: 'user1', OsType: '1' };
const LONG = 'x'.repeat(2000);

const simple = (given: Given): Way => ({ action: 'PushSimple', given: { ...SIMPLE, ...given } });
const broadcast = (given: Given): Way => ({ action: 'PushBroadcast', given: { ...BROADCAST, ...given } });
const create = (given: Given): Way => ({ action: 'CreateTemplate', given: { ...TEMPLATE, ...given } });
const extended = (value: unknown): Way => simple({ ExtendedParams: json(value) });

const batchOf = (count: number): Given => {
  const given: Record<string, string> = {};
  for (let place = 1; place <= count; place += 1) {
    given[`TargetMsg.${place}.Target`] = `device${place}`;
    given[`TargetMsg.${place}.MsgKey`] = `m${place}`;
    given[`TargetMsg.${place}.TemplateKeyValue`] = json({ name: 'Li' });
  }
  return given;
};

/** The 48 codes of the vendor's page, in its order, each with the request that the README's table names. */
const WAYS: readonly (readonly [code: string, name: string, way: Way])[] = [
  ['100', 'SUCCESS', create({ TemplateName: 'another' })],
  [
    '-1',
    'SIGNATURE_MISMATCH',
    {
      action: 'RevokePushMessage',
      change: { accessKeySecret: 'othersecret' },
      settings: { signatureErrors: 'service' },
    },
  ],
  ['3001', 'NEED_DELIVERYTOKEN', { action: 'PushBind', given: { ...BIND, DeliveryToken: '' } }],
  [
    '3002',
    'NEED_FILE',
    {
      action: 'PushMultiple',
      given: { ...BY_TEMPLATE, TargetMsg: '' },
      settings: { emptyTargetList: '3002' },
    },
  ],
  ['3003', 'NEED_APPID_WORKSPACEID', simple({ AppId: '' })],
  ['3007', 'APPID_WRONG', simple({ WorkspaceId: 'nowhere' })],
  ['3008', 'OS_TYPE_NOT_SUPPORTED', { action: 'PushBind', given: { ...BIND, OsType: '99' } }],
  ['3009', 'DELIVERY_TYPE_NOT_SUPPORTED', simple({ DeliveryType: '4' })],
  ['3012', 'NEED_USERID', { action: 'PushBind', given: { ...BIND, UserId: '' } }],
  ['3019', 'TASKNAME_NULL', simple({ TaskName: '' })],
  ['3020', 'EXPIREDSECONDS_WRONG', simple({ ExpiredSeconds: '0' })],
  ['3021', 'TOKEN_OR_USERID_NULL', simple({ TargetMsgkey: '{}' })],
  ['3022', 'TEMPLATE_NOT_EXIST', broadcast({ TemplateName: 'unknown' })],
  ['3023', 'TEMPLATEKV_NOT_ENOUGH', broadcast({ TemplateKeyValue: '{}' })],
  ['3024', 'PAYLOAD_NOT_ENOUGH', simple({ Title: '' })],
  ['3025', 'NEED_TEMPLATE', broadcast({ TemplateName: '' })],
  ['3026', 'EXPIREDTIME_TOO_LONG', simple({ ExpiredSeconds: '2592001' })],
  [
    '3028',
    'INVALID_PARAM',
    { action: 'RevokePushMessage', given: { MessageId: 'never sent', TargetId: 'x' } },
  ],
  ['3029', 'SINGLE_PUSH_TARGET_TOO_MUCH', simple({ TargetMsgkey: targets(11) })],
  ['3030', 'BROADCAST_ONLY_SUPPORT_BY_DEVICE', broadcast({ DeliveryType: '3' })],
  [
    '3031',
    'REQUEST_SHOULD_BE_UTF8',
    {
      action: 'PushSimple',
      change: {
        body:
          'AppId=ONEX570DA89211721&WorkspaceId=test&DeliveryType=1&ExpiredSeconds=600' +
          '&Title=%C4%E3%BA%C3&Content=x&TargetMsgkey=%7B%7D',
      },
    },
  ],
  [
    '3032',
    'REST_API_SWITCH_NOT_OPEN',
    { ...simple({}), before: ({ emulator, name }) => emulator.mpaas.setPushApi(name, 'off') },
  ],
  [
    '3033',
    'UNKNOWN_REST_SIGN_TYPE',
    {
      action: 'PushSimple',
      change: {
        headers: { authorization: 'ACS3-RSA-SHA256 Credential=testid,SignedHeaders=host,Signature=00' },
      },
      settings: { signatureErrors: 'service' },
    },
  ],
  ['3035', 'EXTEND_PARAM_TO_MUCH', simple({ ExtendedParams: fields(21) })],
  ['3036', 'TEMPLATE_ALREADY_EXIST', create({})],
  ['3037', 'TEMPLATE_NAME_NULL', create({ TemplateName: '' })],
  ['3038', 'TEMPLATE_NAME_INVALID', create({ TemplateName: 'one,two' })],
  ['3039', 'TEMPLATE_CONTENT_INVALID', create({ TemplateName: 'new', Content: '' })],
  ['3040', 'TEMPLATE_TITLE_INVALID', create({ TemplateName: 'new', Title: '' })],
  ['3041', 'TEMPLATE_DESC_INFO_INVALID', create({ TemplateName: 'new', DescInfo: 'x'.repeat(201) })],
  ['3042', 'TEMPLATE_URI_INVALID', create({ TemplateName: 'new', Uri: 'no address' })],
  ['3043', 'SINGLE_PUSH_CONTENT_TOO_LONG', simple({ Content: 'x'.repeat(2049) })],
  ['3044', 'INVALID_EXTEND_PARAM', simple({ ExtendedParams: 'no JSON' })],
  [
    '3049',
    'MULTIPLE_INNER_EXTEND_PARAM_TO_MUCH',
    { action: 'PushMultiple', given: { ...BATCH, 'TargetMsg.1.ExtendedParams': fields(10) } },
  ],
  ['3050', 'MSG_PAYLOAD_TOO_LONG', simple({ Title: 'x'.repeat(49), Content: LONG })],
  ['3051', 'BROADCAST_ALL_USER_NEED_UNBIND_PERIOD', broadcast({ PushStatus: '1' })],
  ['3052', 'BROADCAST_ALL_USER_UNBIND_PERIOD_INVALID', broadcast({ PushStatus: '1', UnBindPeriod: '5' })],
  [
    '3053',
    'BROADCAST_ALL_USER_NOT_SUPPORT_SELFCHANNEL_ANDROID',
    broadcast({ PushStatus: '1', UnBindPeriod: '1', AndroidChannel: '1' }),
  ],
  ['3054', 'DELIVERYTOKEN_INVALID', { action: 'PushBind', given: { ...BIND, DeliveryToken: 'no token' } }],
  [
    '3055',
    'MULTIPLE_TARGET_NUMBER_TOO_MUCH',
    { action: 'PushMultiple', given: { ...BY_TEMPLATE, ...batchOf(101) } },
  ],
  [
    '3056',
    'TEMPLATE_NUM_TOO_MUCH',
    {
      ...create({ TemplateName: 'one more' }),
      before: async (bench) => {
        for (let made = 1; made < 100; made += 1) {
          await bench.call('CreateTemplate', { ...TEMPLATE, TemplateName: `t${made}` });
        }
      },
    },
  ],
  ['3057', 'ANDROID_CHANNEL_PARAM_INVALID', broadcast({ AndroidChannel: '3' })],
  ['3058', 'BADGE_ADD_NUM_INVALID', extended({ badge_add_num: 'many', badge_class: 'com.example.Main' })],
  ['3059', 'BADGE_ADD_NUM_NEED_BADGE_CLASS', extended({ badge_add_num: 1 })],
  [
    '8014',
    'ACCOUNT_NO_PERMISSION',
    {
      ...simple({}),
      change: { accessKeyId: 'stranger', accessKeySecret: 'strangersecret' },
      before: ({ emulator }) =>
        emulator.mpaas.createAccessKey({
          accessKeyId: 'stranger',
          accessKeySecret: 'strangersecret',
          mayUse: [],
        }),
    },
  ],
  ['8017', 'URL_NULL_ERROR', simple({ DeliveryType: '7', Uri: '' })],
  [
    '8018',
    'BROADCAST_ALL_USER_TIME_RANGE_INVALID',
    broadcast({
      PushStatus: '1',
      TimeMode: '1',
      BindStartTime: '1',
      BindEndTime: '2',
      UnBindStartTime: '2',
      UnBindEndTime: '2',
    }),
  ],
  ['9000', 'SYSTEM_ERROR', { ...simple({}), settings: { health: 'system-error' } }],
];

/** Where the code stands, whichever envelope the operation has. */
function codeIn(body: Readonly<Record<string, unknown>>): unknown {
  const result = body['PushResult'] as { readonly ResultMsg: string } | undefined; // of envelopes with one
  return body['Code'] ?? result?.ResultMsg;
}

let bench: MpaasBench;
beforeEach(async () => {
  bench = setUpMpaas();
  bench.emulator.mpaas.createDevices({ ...bench.name, ids: ['device1'] });
  expect((await bench.call('CreateTemplate', TEMPLATE)).body).toMatchObject({ Code: '100' });
});

describe('the 48 codes of the page', () => {
  it('are 48', () => {
    expect(new Set(WAYS.map(([code]) => code)).size).toBe(48);
  });

  it.each(WAYS)('%s %s comes of a real situation', async (code, name, way) => {
    bench.emulator.mpaas.setBehaviour(way.settings ?? {});
    await way.before?.(bench);
    const answer = await bench.call(way.action, way.given, way.change);
    expect(answer.status).toBe(200);
    expect(codeIn(answer.body)).toBe(code);
    bench.emulator.mpaas.setBehaviour({ codeForm: 'name' });
    if (answer.body['PushResult'] === undefined) expect(answer.body['Msg']).toBe(name);
    else expect(codeIn((await bench.call(way.action, way.given, way.change)).body)).toBe(name);
  });

  it.each(WAYS)('%s %s can be forced', async (code) => {
    bench.emulator.faults.set([{ action: { type: 'code', code } }]);
    const { body } = await bench.call('PushSimple', SIMPLE);
    expect(body).toMatchObject({
      PushResult: { Success: code === '100', ResultMsg: code === '100' ? 'success' : code },
    });
    bench.emulator.faults.set([{ action: { type: 'code', code } }]);
    expect((await bench.call('GetTemplate')).body).toMatchObject({ Success: code === '100', Code: code });
  });
});

describe("the README's table of the codes", () => {
  it('has a row for each of the 48, in the order of the page', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| (-?\d+) +\| ([A-Z0-9_]{4,}) +\|/gm)];
    expect(rows.map(([, code, name]) => [code, name])).toEqual(WAYS.map(([code, name]) => [code, name]));
  });
});

describe('the three codes of other pages', () => {
  it.each<[code: string, name: string, way: Way]>([
    [
      '8011',
      'FLOW_CONTROL_ERROR',
      {
        ...create({}),
        before: async (own) => {
          own.emulator.mpaas.setQuota(own.name, { requestsPerSecond: 1, code: '8011' });
          await own.call('ListTemplatePage');
        },
      },
    ],
    ['8012', 'INVALID_INSTANCE_ID', create({ AppId: 'nobodys' })],
    ['8012', 'INVALID_INSTANCE_ID', create({ AppId: undefined })],
    [
      '8013',
      'INVALID_TENANT_ID',
      {
        ...create({ AppId: 'of-tenant', TenantId: 'OTHER' }),
        before: ({ emulator, app }) =>
          emulator.mpaas.createApp({
            appId: 'of-tenant',
            workspaceId: 'test',
            tenantId: 'TENANT',
            accessKey: app.accessKey,
          }),
      },
    ],
  ])('%s %s comes of a real situation', async (code, name, way) => {
    await way.before?.(bench);
    const { body } = await bench.call(way.action, way.given);
    expect(body).toMatchObject({ Success: false, Code: code, Msg: name });
  });
});
