import { beforeEach, describe, expect, it } from 'vitest';
import { type Given, type MpaasBench, type MpaasChange, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas();
  const { mpaas } = bench.emulator;
  mpaas.createDevices({ ...bench.name, ids: ['device1'] });
  mpaas.deliver({ ...bench.name, messageId: '1578807462788' });
});

const code = async (change?: MpaasChange) => (await bench.revoke({}, change)).body['Code'];

describe('a good request', () => {
  it('signed with ACS3-HMAC-SHA256 is served', async () => {
    const { status, body, headers } = await bench.revoke();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(body).toEqual({
      RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/) as string,
      ResultCode: 'OK',
      ResultMessage: 'success',
      PushResult: { Success: true, ResultMsg: 'success', Data: '' },
    });
  });

  it('may have its parameters in the query', async () => {
    const query = new URLSearchParams({
      AppId: 'ONEX570DA89211721',
      WorkspaceId: 'test',
      MessageId: '1578807462788',
      TargetId: "a b+c/d~e'*",
    });
    const url = `https://mpaas.cn-hangzhou.aliyuncs.com/?${query.toString()}`;
    bench.emulator.mpaas.setBehaviour({ unknownMessage: '100' });
    for (const method of ['POST', 'GET']) {
      const { body } = await bench.call('RevokePushMessage', {}, { url, method, body: '' });
      expect(body).toMatchObject({ PushResult: { Success: true } });
    }
    const { mpaas } = bench.emulator;
    const revocations = mpaas.revocations({ ...bench.name, messageId: '1578807462788' });
    expect([...revocations.entries()]).toEqual([["a b+c/d~e'*", 2]]);
  });

  it('may sign more headers, and send some that are not signed', async () => {
    const headers = { 'x-acs-credentials-provider': 'static_ak', 'user-agent': 'someone' };
    expect(await code({ headers })).toBeUndefined();
  });

  it.each(['POST', 'GET'] as const)('signed the older way is served by %s', async (method) => {
    const given = { MessageId: '1578807462788', TargetId: 'device1' };
    const { status, body } = await bench.callRpc('RevokePushMessage', given, { method });
    expect([status, body['PushResult']]).toEqual([200, { Success: true, ResultMsg: 'success', Data: '' }]);
  });

  it.each([undefined, 'XML'])('is answered in JSON if its Format is %s', async (Format) => {
    const given = { MessageId: '1578807462788', TargetId: 'device1' };
    const { headers, body } = await bench.callRpc('RevokePushMessage', given, { common: { Format } });
    expect(headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(body).toMatchObject({ PushResult: { Success: true } });
  });
});

interface Case {
  readonly code: string;
  readonly status: number;
  readonly why: string;
  readonly change: MpaasChange;
}

describe('the gateway refuses', () => {
  it.each<Case>([
    { code: 'MissingAction', status: 400, why: 'no action', change: { action: '' } },
    { code: 'InvalidApi.NotFound', status: 404, why: 'an unknown action', change: { action: 'RevokeAll' } },
    { code: 'MissingVersion', status: 400, why: 'no version', change: { version: '' } },
    { code: 'InvalidVersion', status: 400, why: 'another version', change: { version: '2019-08-21' } },
    {
      code: 'IncompleteSignature',
      status: 400,
      why: 'Authorization of another form',
      change: { headers: { authorization: 'Bearer abc' } },
    },
    ...[
      'host',
      'content-type',
      'x-acs-action',
      'x-acs-version',
      'x-acs-date',
      'x-acs-signature-nonce',
      'x-acs-content-sha256',
    ].map((name) => ({
      code: 'IncompleteSignature',
      status: 400,
      why: `${name} not signed`,
      change: { unsigned: [name] },
    })),
    {
      code: 'IncompleteSignature',
      status: 400,
      why: 'a further x-acs- header that is not signed',
      change: { headers: { 'x-acs-further': 'x' }, unsigned: ['x-acs-further'] },
    },
    {
      code: 'IncompleteSignature',
      status: 400,
      why: 'signed headers that are not sorted',
      change: { list: (names) => [...names].reverse() },
    },
    {
      code: 'IncompleteSignature',
      status: 400,
      why: 'a signed header listed twice',
      change: { list: (names) => names.flatMap((name) => (name === 'host' ? [name, name] : [name])) },
    },
    {
      code: 'IncompleteSignature',
      status: 400,
      why: 'a signed header in capitals',
      change: { headers: { accept: '*/*' }, list: (names) => ['Accept', ...names] },
    },
    { code: 'MissingTimestamp', status: 400, why: 'no date', change: { date: '' } },
    { code: 'MissingSignatureNonce', status: 400, why: 'no nonce', change: { nonce: '' } },
    {
      code: 'InvalidTimeStamp.Format',
      status: 400,
      why: 'a date with milliseconds',
      change: { date: '2026-11-23T13:00:00.000Z' },
    },
    {
      code: 'InvalidTimeStamp.Format',
      status: 400,
      why: 'a date that is none',
      change: { date: '2026-13-23T13:00:00Z' },
    },
    {
      code: 'InvalidTimeStamp.Expired',
      status: 400,
      why: 'a date 15 minutes and a second old',
      change: { date: '2026-11-23T12:44:59Z' },
    },
    {
      code: 'InvalidTimeStamp.Expired',
      status: 400,
      why: 'a date as far ahead',
      change: { date: '2026-11-23T13:15:01Z' },
    },
    { code: 'InvalidAccessKeyId.NotFound', status: 404, why: 'an unknown key', change: { accessKeyId: 'x' } },
    {
      code: 'SignatureDoesNotMatch',
      status: 400,
      why: 'another secret',
      change: { accessKeySecret: 'othersecret' },
    },
    {
      code: 'SignatureDoesNotMatch',
      status: 400,
      why: 'the hash of another body',
      change: { headers: { 'x-acs-content-sha256': '0'.repeat(64) } },
    },
    {
      code: 'InvalidSecurityToken.MismatchWithAccessKey',
      status: 400,
      why: 'a session token with a key that has none',
      change: { securityToken: 'token' },
    },
  ])('$why: $code', async ({ code: expected, status, change }) => {
    const answer = await bench.revoke({}, change);
    expect([answer.body['Code'], answer.status]).toEqual([expected, status]);
    expect(bench.emulator.requests.list()).toMatchObject([{ code: expected, status, acted: false }]);
  });

  it.each([{ date: '2026-11-23T12:45:00Z' }, { date: '2026-11-23T13:15:00Z' }])(
    'no date within 15 minutes: $date',
    async (change) => {
      expect(await code(change)).toBeUndefined();
    },
  );

  it('with its five fields, the host of the request among them', async () => {
    const nonce = 'twice';
    await bench.revoke({}, { nonce });
    const { status, body } = await bench.revoke({}, { nonce });
    expect(status).toBe(400);
    expect(body).toEqual({
      Recommend: 'https://error-center.aliyun.com/status/search?Keyword=SignatureNonceUsed&source=PopGw',
      Message: 'Specified signature nonce was used already.',
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
      HostId: 'mpaas.cn-hangzhou.aliyuncs.com',
      Code: 'SignatureNonceUsed',
    });
  });

  it('with other HTTP statuses if so told', async () => {
    bench.emulator.mpaas.setBehaviour({ httpStatus: { SignatureDoesNotMatch: 403 } });
    expect(await bench.revoke({}, { accessKeySecret: 'othersecret' })).toMatchObject({ status: 403 });
  });

  it('an altered body, header or query', async () => {
    const good = bench.request('RevokePushMessage', { MessageId: '1578807462788', TargetId: 'device1' });
    const altered = new Request(good, { body: (await good.clone().text()).replace('device1', 'device2') });
    expect(await (await bench.emulator.fetch(altered)).json()).toMatchObject({
      Code: 'SignatureDoesNotMatch',
    });
    const { headers } = good;
    headers.set('x-acs-action', 'RevokePushTask');
    const body = await good.text();
    const other = new Request(good.url, { method: 'POST', headers, body });
    expect(await (await bench.emulator.fetch(other)).json()).toMatchObject({ Code: 'SignatureDoesNotMatch' });
  });

  it.each(['AppId', 'WorkspaceId', 'MessageId', 'TargetId'])('a request without %s', async (name) => {
    const { status, body } = await bench.revoke({ [name]: undefined });
    expect([status, body['Code'], body['Message']]).toEqual([
      400,
      `Missing${name}`,
      `${name} is mandatory for this action.`,
    ]);
  });
});

describe('a nonce', () => {
  it('may come again after 15 minutes, or with another key', async () => {
    expect(await code({ nonce: 'n' })).toBeUndefined();
    bench.clock.advance(899_999);
    expect(await code({ nonce: 'n' })).toBe('SignatureNonceUsed');
    bench.clock.advance(1);
    expect(await code({ nonce: 'n' })).toBeUndefined();
    bench.emulator.mpaas.createAccessKey({ accessKeyId: 'second', accessKeySecret: 'testsecret' });
    expect(await code({ nonce: 'n', accessKeyId: 'second' })).toBeUndefined();
  });

  it('is not used up by a request that somebody else made up', async () => {
    expect(await code({ nonce: 'n', accessKeySecret: 'guessed' })).toBe('SignatureDoesNotMatch');
    expect(await code({ nonce: 'n' })).toBeUndefined();
  });

  it('of a request that a fault kept away is not used up; one that was served is', async () => {
    bench.emulator.faults.set([
      { times: 1, action: { type: 'status', status: 502 } },
      { times: 1, action: { type: 'reset', when: 'after' } },
    ]);
    await bench.revoke({}, { nonce: 'n' });
    await expect(bench.revoke({}, { nonce: 'n' })).rejects.toThrow();
    expect(await code({ nonce: 'n' })).toBe('SignatureNonceUsed');
  });
});

describe('an access key', () => {
  const key = { accessKeyId: 'second', accessKeySecret: 'secondsecret' };

  it('that is disabled is refused', async () => {
    bench.emulator.mpaas.createAccessKey({ ...key, active: false });
    expect(await code(key)).toBe('InvalidAccessKeyId.Inactive');
  });

  it('without the right to call is refused, in one of two ways', async () => {
    bench.emulator.mpaas.createAccessKey({ ...key, mayCall: false });
    expect(await bench.revoke({}, key)).toMatchObject({ status: 403, body: { Code: 'NoPermission' } });
    bench.emulator.mpaas.setBehaviour({ forbiddenCode: 'Forbidden.RAM' });
    expect(await bench.revoke({}, key)).toMatchObject({ status: 403, body: { Code: 'Forbidden.RAM' } });
  });

  it('of another app is refused by the service', async () => {
    const { accessKey } = bench.emulator.mpaas.createApp();
    const { status, body } = await bench.revoke({}, accessKey);
    expect([status, body['PushResult']]).toEqual([200, { Success: false, ResultMsg: '8014', Data: '' }]);
  });
});

describe('a session of STS', () => {
  const session = { accessKeyId: 'STS.testid', accessKeySecret: 'sessionsecret', securityToken: 'testtoken' };
  beforeEach(() => {
    bench.emulator.mpaas.createAccessKey({ ...session, expiresAt: bench.clock.wall() + 60_000 });
  });

  it('sends its token along, signed, until it ends', async () => {
    expect(await code(session)).toBeUndefined();
    bench.clock.advance(59_999);
    expect(await code(session)).toBeUndefined();
    bench.clock.advance(1);
    expect(await code(session)).toBe('InvalidSecurityToken.Expired');
  });

  it('is nothing without its token', async () => {
    const { accessKeyId, accessKeySecret } = session;
    expect(await code({ accessKeyId, accessKeySecret })).toBe('MissingSecurityToken');
    expect(await code({ ...session, securityToken: 'othertoken' })).toBe(
      'InvalidSecurityToken.MismatchWithAccessKey',
    );
    expect(await code({ ...session, unsigned: ['x-acs-security-token'] })).toBe('IncompleteSignature');
  });

  it('works with the older signature too', async () => {
    const given = { MessageId: '1578807462788', TargetId: 'device1' };
    const common = { AccessKeyId: 'STS.testid', SecurityToken: 'testtoken' };
    const change = { common, accessKeySecret: 'sessionsecret' };
    expect((await bench.callRpc('RevokePushMessage', given, change)).body).toMatchObject({
      ResultCode: 'OK',
    });
  });
});

describe('the older signature is refused', () => {
  const given = { MessageId: '1578807462788', TargetId: 'device1' };
  it.each([
    ['MissingAccessKeyId', { AccessKeyId: undefined }],
    ['MissingSignatureMethod', { SignatureMethod: undefined }],
    ['MissingTimestamp', { Timestamp: undefined }],
    ['MissingSignatureNonce', { SignatureNonce: undefined }],
    ['IncompleteSignature', { SignatureMethod: 'HMAC-SHA256' }],
    ['IncompleteSignature', { SignatureVersion: '2.0' }],
    ['InvalidTimeStamp.Expired', { Timestamp: '2026-11-23T12:00:00Z' }],
    ['InvalidAccessKeyId.NotFound', { AccessKeyId: 'nobody' }],
  ])('with %s', async (expected, common) => {
    expect((await bench.callRpc('RevokePushMessage', given, { common })).body['Code']).toBe(expected);
  });

  it('if only a header, which it does not sign, says what is to be done', async () => {
    const headers = { 'x-acs-action': 'RevokePushMessage', 'x-acs-version': '2020-10-28' };
    const code = async (common: Given) =>
      (await bench.callRpc('RevokePushMessage', given, { common, headers })).body['Code'];
    expect(await code({ Action: undefined })).toBe('MissingAction');
    expect(await code({ Version: undefined })).toBe('MissingVersion');
    expect(await code({ Action: 'RevokeAll' })).toBe('InvalidApi.NotFound');
    expect(await code({ Version: '2019-08-21' })).toBe('InvalidVersion');
    expect(bench.emulator.requests.list()).toMatchObject([{}, {}, {}, {}].map(() => ({ acted: false })));
  });

  it('under another secret', async () => {
    const change = { accessKeySecret: 'othersecret' };
    expect((await bench.callRpc('RevokePushMessage', given, change)).body['Code']).toBe(
      'SignatureDoesNotMatch',
    );
  });
});

describe('the path', () => {
  it('GET / without an action is the page, POST / is the endpoint', async () => {
    const page = await bench.emulator.fetch(new Request('http://localhost/'));
    expect(await page.text()).toContain('unpush emulator');
    const unsigned = await bench.emulator.fetch(new Request('http://localhost/', { method: 'POST' }));
    expect([unsigned.status, await unsigned.json()]).toMatchObject([400, { Code: 'MissingAction' }]);
    const asked = await bench.emulator.fetch(new Request('http://localhost/?Action=RevokePushTask'));
    expect(await asked.json()).toMatchObject({ Code: 'MissingVersion' });
  });
});
