import { beforeEach, describe, expect, it } from 'vitest';
import { type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas();
});

const RequestId = expect.any(String) as string;
const TEXT = 'Invalid parameter. No such message was sent to this target.';

describe('the code of a failed push or revoke', () => {
  it.each([
    {
      settings: {},
      body: {
        RequestId,
        ResultCode: 'OK',
        ResultMessage: TEXT,
        PushResult: { Success: false, ResultMsg: '3028', Data: '' },
      },
    },
    {
      settings: { codePlacement: 'result-message' },
      body: {
        RequestId,
        ResultCode: 'OK',
        ResultMessage: '3028',
        PushResult: { Success: false, ResultMsg: TEXT, Data: '' },
      },
    },
    {
      settings: { codePlacement: 'result-code', codeForm: 'name' },
      body: {
        RequestId,
        ResultCode: 'INVALID_PARAM',
        ResultMessage: TEXT,
        PushResult: { Success: false, ResultMsg: TEXT, Data: '' },
      },
    },
  ] as const)('stands where $settings says', async ({ settings, body }) => {
    bench.emulator.mpaas.setBehaviour(settings);
    expect((await bench.revoke()).body).toEqual(body);
  });
});

describe('the code of a failed scheduler operation', () => {
  it.each([
    [
      'result-msg',
      { RequestId, ResultCode: '3028', ResultMessage: 'Invalid parameter. UniqueIds is empty.' },
    ],
    [
      'result-code',
      { RequestId, ResultCode: '3028', ResultMessage: 'Invalid parameter. UniqueIds is empty.' },
    ],
    ['result-message', { RequestId, ResultCode: 'OK', ResultMessage: '3028' }],
  ] as const)('stands where %s says, as far as it can', async (codePlacement, body) => {
    bench.emulator.mpaas.setBehaviour({ codePlacement });
    expect((await bench.call('CancelPushScheduler', { UniqueIds: '' })).body).toEqual(body);
  });
});

describe('the code of a failed template or device operation', () => {
  it('is documented, with its name, whatever the settings', async () => {
    bench.emulator.mpaas.setBehaviour({ codePlacement: 'result-code', codeForm: 'name' });
    const given = { TemplateName: 'unknown' };
    expect((await bench.call('GetTemplate', given)).body).toEqual({
      RequestId,
      Success: false,
      Code: '3022',
      Msg: 'TEMPLATE_NOT_EXIST',
    });
    const device = { TargetType: '1', Target: 'unknown' };
    expect((await bench.call('PushQueryDeviceState', device)).body).toEqual({
      RequestId,
      Success: false,
      Code: '3028',
      Message: 'INVALID_PARAM',
    });
  });
});

describe('the HTTP status of a failure', () => {
  it('is 200, or another for all, or for one code', async () => {
    const { mpaas } = bench.emulator;
    expect((await bench.revoke()).status).toBe(200);
    mpaas.setBehaviour({ failureStatus: 400 });
    expect((await bench.revoke()).status).toBe(400);
    mpaas.setBehaviour({ httpStatus: { '3028': 404 } });
    expect((await bench.revoke()).status).toBe(404);
    mpaas.setBehaviour({ unknownMessage: '100' });
    expect((await bench.revoke()).status).toBe(200);
  });
});

describe('a bad signature', () => {
  it("is the service's to refuse if so told, with -1; an unknown algorithm with 3033", async () => {
    bench.emulator.mpaas.setBehaviour({ signatureErrors: 'service' });
    const other = await bench.revoke({}, { accessKeySecret: 'othersecret' });
    expect(other.body).toMatchObject({ PushResult: { ResultMsg: '-1' } });
    const altered = await bench.revoke({}, { headers: { 'x-acs-content-sha256': '0'.repeat(64) } });
    expect(altered.body).toMatchObject({ PushResult: { ResultMsg: '-1' } });
    const given = { MessageId: 'm', TargetId: 't' };
    const older = await bench.callRpc('RevokePushMessage', given, {
      common: { SignatureMethod: 'HMAC-MD5' },
    });
    expect(older.body).toMatchObject({ PushResult: { ResultMsg: '3033' } });
  });
});

describe('a required parameter that is absent', () => {
  it('is as good as an empty one if so told', async () => {
    bench.emulator.mpaas.setBehaviour({ missingParameters: 'service' });
    const code = async (given: Record<string, undefined>) =>
      ((await bench.revoke(given)).body['PushResult'] as { ResultMsg: string }).ResultMsg;
    expect([await code({ AppId: undefined }), await code({ TargetId: undefined })]).toEqual(['3003', '3021']);
  });

  it.each([['TaskName', { taskName: 'required' }, '3019']] as const)(
    '%s is wanted by the setting %j',
    async (_name, settings, code) => {
      bench.emulator.mpaas.setBehaviour(settings);
      const { body } = await bench.call('PushSimple', {
        DeliveryType: '1',
        ExpiredSeconds: '1',
        Title: 't',
        Content: 'c',
        TargetMsgkey: '{"a":"m"}',
      });
      expect(body).toMatchObject({ PushResult: { ResultMsg: code } });
    },
  );
});

describe('an operation in good and in bad health', () => {
  it('is 9000 as long as a setting says so', async () => {
    const { mpaas } = bench.emulator;
    mpaas.setBehaviour({ health: 'system-error' });
    expect((await bench.call('ListTemplatePage')).body).toMatchObject({ Code: '9000', Msg: 'SYSTEM_ERROR' });
    mpaas.setBehaviour({ health: 'good' });
    expect((await bench.call('ListTemplatePage')).body).toMatchObject({ Code: '100' });
  });
});
