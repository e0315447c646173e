import { beforeEach, describe, expect, it } from 'vitest';
import { type Given, type MpaasBench, type MpaasChange, setUpMpaas } from '../support/mpaas-bench.ts';

interface Wrong {
  readonly code: string;
  readonly what: string;
  readonly given?: Given;
  readonly change?: MpaasChange;
}

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas({ mpaas: { unknownMessage: '100' } });
  const { mpaas } = bench.emulator;
  mpaas.createAccessKey({ accessKeyId: 'off', accessKeySecret: 'testsecret', active: false });
  const session = { accessKeySecret: 'testsecret', securityToken: 'testtoken', mayCall: false };
  mpaas.createAccessKey({ accessKeyId: 'session', ...session });
  mpaas.createAccessKey({ accessKeyId: 'barred', accessKeySecret: 'testsecret', mayCall: false });
  mpaas.createApp({ appId: 'mute', workspaceId: 'test', pushApiEnabled: false });
  mpaas.createApp({
    appId: 'muted',
    workspaceId: 'test',
    pushApiEnabled: false,
    tenantId: 'TENANT',
    accessKey: bench.app.accessKey,
  });
  mpaas.createApp({
    appId: 'of-tenant',
    workspaceId: 'test',
    tenantId: 'TENANT',
    accessKey: bench.app.accessKey,
  });
});

/** Each wrong in one more way than the next: what is found first is the answer. In the order of the README's list. */
const ORDER: readonly Wrong[] = [
  { code: 'MissingAction', what: 'no action', change: { action: '', version: '1' } },
  { code: 'InvalidVersion', what: 'version', change: { version: '1', headers: { authorization: 'x' } } },
  {
    code: 'IncompleteSignature',
    what: 'Authorization',
    change: { headers: { authorization: 'x' }, date: '' },
  },
  { code: 'MissingTimestamp', what: 'no date', change: { date: '', nonce: '' } },
  { code: 'MissingSignatureNonce', what: 'no nonce', change: { nonce: '', unsigned: ['host'] } },
  { code: 'IncompleteSignature', what: 'host not signed', change: { unsigned: ['host'], date: 'x' } },
  { code: 'InvalidTimeStamp.Format', what: 'the date', change: { date: 'x', accessKeyId: 'nobody' } },
  {
    code: 'InvalidTimeStamp.Expired',
    what: 'an old date',
    change: { date: '2020-01-01T00:00:00Z', accessKeyId: 'nobody' },
  },
  {
    code: 'InvalidAccessKeyId.NotFound',
    what: 'an unknown key',
    change: { accessKeyId: 'nobody', accessKeySecret: 'x' },
  },
  {
    code: 'InvalidAccessKeyId.Inactive',
    what: 'a disabled key',
    change: { accessKeyId: 'off', securityToken: 'x', accessKeySecret: 'x' },
  },
  {
    code: 'InvalidSecurityToken.MismatchWithAccessKey',
    what: 'another session token',
    change: { accessKeyId: 'session', securityToken: 'x', accessKeySecret: 'x' },
  },
  {
    code: 'SignatureDoesNotMatch',
    what: 'the signature',
    change: { accessKeyId: 'barred', accessKeySecret: 'x' },
  },
  {
    code: 'NoPermission',
    what: 'no rights',
    change: { accessKeyId: 'barred' },
    given: { TargetId: undefined },
  },
  { code: 'MissingTargetId', what: 'no target', given: { TargetId: undefined, AppId: '' } },
  { code: '3003', what: 'no app', given: { AppId: '', TargetId: '' } },
  { code: '3007', what: 'an unknown app', given: { AppId: 'nobodys', TargetId: '' } },
  { code: '8014', what: 'the app of another', given: { AppId: 'mute', TargetId: '' } },
  { code: '3032', what: 'the push API off', given: { AppId: 'muted', TenantId: 'OTHER', TargetId: '' } },
  { code: '8013', what: 'another tenant', given: { AppId: 'of-tenant', TenantId: 'OTHER', TargetId: '' } },
  { code: '3028', what: 'no message', given: { MessageId: '', TargetId: '' } },
  { code: '3021', what: 'no target', given: { TargetId: '' } },
];

describe('the checks of a revoke at mPaaS', () => {
  it.each(ORDER)('$what: $code, whatever else is wrong', async ({ code, given = {}, change = {} }) => {
    const { body } = await bench.revoke(given, change);
    const result = body['PushResult'] as { readonly ResultMsg: string } | undefined; // only of the service
    expect(body['Code'] ?? result?.ResultMsg).toBe(code);
  });

  it('a nonce that came before comes after the signature and before the rights', async () => {
    const change = { nonce: 'n', accessKeyId: 'barred' };
    expect((await bench.revoke({}, change)).body['Code']).toBe('NoPermission');
    expect((await bench.revoke({}, change)).body['Code']).toBe('SignatureNonceUsed');
    const other = { ...change, accessKeySecret: 'x' };
    expect((await bench.revoke({}, other)).body['Code']).toBe('SignatureDoesNotMatch');
  });

  it('the quota comes after the rights and before the parameters', async () => {
    bench.emulator.mpaas.setQuota(bench.name, { requestsPerSecond: 1 });
    expect((await bench.revoke({ TargetId: undefined })).body['Code']).toBe('MissingTargetId');
    expect((await bench.revoke({ TargetId: undefined })).body['Code']).toBe('Throttling.User');
    expect((await bench.revoke({}, { accessKeyId: 'barred' })).body['Code']).toBe('NoPermission');
  });

  it('the health of the service comes before all that the service checks, and then UTF-8', async () => {
    const body = 'AppId=%FF&WorkspaceId=&MessageId=m&TargetId=t';
    const code = async () =>
      ((await bench.revoke({}, { body })).body['PushResult'] as { ResultMsg: string }).ResultMsg;
    expect(await code()).toBe('3031');
    const bare = new Uint8Array([...new TextEncoder().encode(body.replace('%FF', 'x')), 0xff]);
    expect((await bench.revoke({}, { body: bare })).body).toMatchObject({
      PushResult: { ResultMsg: '3031' },
    });
    bench.emulator.mpaas.setBehaviour({ health: 'system-error' });
    expect(await code()).toBe('9000');
  });
});

describe('the checks of a push at mPaaS', () => {
  const good = {
    DeliveryType: '1',
    ExpiredSeconds: '1',
    Title: 't',
    Content: 'c',
    TargetMsgkey: '{"a":"m"}',
  };
  const wrong = [
    ['3009', { DeliveryType: '4' }],
    ['3019', { TaskName: '' }],
    ['3020', { ExpiredSeconds: '0' }],
    ['3044', { ExtendedParams: 'x' }],
    ['3028', { StrategyType: '9' }],
    ['3024', { Title: '' }],
    ['3043', { Content: 'x'.repeat(3000) }],
    [
      '3029',
      { TargetMsgkey: JSON.stringify(Object.fromEntries(Array.from('abcdefghijk', (id) => [id, 'm']))) },
    ],
  ] as const;

  it.each(wrong.map(([code], index) => [code, index] as const))(
    '%s is the answer, whatever comes later',
    async (code, index) => {
      const given = Object.assign({}, good, ...wrong.slice(index).map(([, one]) => one)) as Given;
      expect((await bench.call('PushSimple', given)).body).toMatchObject({ PushResult: { ResultMsg: code } });
    },
  );
});
