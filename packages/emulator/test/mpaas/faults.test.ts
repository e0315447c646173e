import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/index.ts';
import { type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas();
  bench.emulator.mpaas.createDevices({ ...bench.name, ids: ['device1'] });
  bench.emulator.mpaas.deliver({ ...bench.name, messageId: '1578807462788' });
});

const script = (...faults: Fault[]) => bench.emulator.faults.set(faults);
const times = () =>
  bench.emulator.mpaas.revocations({ ...bench.name, messageId: '1578807462788' }).times('device1');
const fetch = () =>
  bench.emulator.fetch(
    bench.request('RevokePushMessage', { MessageId: '1578807462788', TargetId: 'device1' }),
  );

describe('a fault script and mPaaS', () => {
  it('chooses requests by what they say', async () => {
    const action = { type: 'status', status: 500 } as const;
    script(
      { match: { taskId: '7', target: '7' }, action: { type: 'status', status: 503 } },
      { match: { vendor: 'huawei' }, action },
      { match: { operation: 'RevokePushTask' }, action },
      { match: { operation: 'revoke' }, action },
      { match: { appId: 'other' }, action },
      { match: { workspaceId: 'other' }, action },
      { match: { messageId: 'other' }, action },
      { match: { taskId: 'other' }, action },
      { match: { target: 'other' }, action },
      {
        match: {
          vendor: 'mpaas',
          operation: 'RevokePushMessage',
          appId: 'ONEX570DA89211721',
          workspaceId: 'test',
          messageId: '1578807462788',
          target: 'device1',
        },
        times: 1,
        action: { type: 'status', status: 418 },
      },
    );
    expect([(await bench.revoke()).status, (await bench.revoke()).status]).toEqual([418, 200]);
    expect((await bench.call('RevokePushTask', { TaskId: '7' })).status).toBe(503);
  });

  it('answers with a code of the service in the envelope of the operation', async () => {
    script(
      { times: 1, action: { type: 'code', code: '9000' } },
      { times: 1, action: { type: 'code', code: '4711' } },
      { action: { type: 'code', code: 'OK' } },
    );
    expect((await bench.revoke()).body).toMatchObject({
      ResultMessage: 'System error.',
      PushResult: { Success: false, ResultMsg: '9000' },
    });
    expect((await bench.revoke()).body).toMatchObject({ PushResult: { ResultMsg: '4711' } });
    expect((await bench.revoke()).body).toMatchObject({ ResultCode: 'OK', PushResult: { Success: true } });
    expect(times()).toBe(0);
  });

  it('answers with a code of the gateway as the gateway does', async () => {
    script(
      { times: 1, action: { type: 'code', code: 'ServiceUnavailable' } },
      { action: { type: 'code', code: 'InvalidSecurityToken.Malformed', message: 'Bad.', status: 403 } },
    );
    expect(await bench.revoke()).toMatchObject({ status: 503, body: { Code: 'ServiceUnavailable' } });
    expect(await bench.revoke()).toMatchObject({
      status: 403,
      body: { Code: 'InvalidSecurityToken.Malformed', Message: 'Bad.' },
    });
  });

  it('answers with a code and has done what was asked, if told that it acts', async () => {
    script({ action: { type: 'code', code: '9000', acts: true } });
    await bench.revoke();
    expect(times()).toBe(1);
  });

  it('puts the clock wrong, in the Date and in the judgement of the date', async () => {
    script({ action: { type: 'clock', offsetMs: 3_600_000 } });
    const { body, headers } = await bench.revoke();
    expect(body['Code']).toBe('InvalidTimeStamp.Expired');
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 14:00:00 GMT');
  });

  it('resets, truncates, stalls and sends pages, having acted or not', async () => {
    script(
      { times: 1, action: { type: 'reset', when: 'before' } },
      { times: 1, action: { type: 'reset', when: 'after' } },
      { times: 1, action: { type: 'truncate' } },
      { times: 1, action: { type: 'non-json' } },
    );
    const seen: unknown[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const what = await fetch()
        .then((response) => response.text())
        .catch((error: unknown) => (error instanceof Error ? error.message : error));
      seen.push([what, times()]);
    }
    expect(seen).toEqual([
      ['fetch failed', 0],
      ['fetch failed', 1],
      ['terminated', 2],
      ['<html><body><h1>It works!</h1></body></html>', 3],
    ]);
  });
});

describe('the record of a request to mPaaS', () => {
  const shared = {
    vendor: 'mpaas',
    operation: 'RevokePushMessage',
    method: 'POST',
    path: '/',
    id: 'ONEX570DA89211721',
    workspaceId: 'test',
    messageId: '1578807462788',
    tokenCount: 1,
    bodyBytes: 81,
    receivedAt: 1_795_438_800_000,
  };

  it('holds what came and what became of it, never a signature, a secret, a session token or a target', async () => {
    const { mpaas } = bench.emulator;
    const session = {
      accessKeyId: 'STS.id',
      accessKeySecret: 'sessionsecret',
      securityToken: 'sessiontoken',
    };
    mpaas.createAccessKey(session);
    await bench.revoke({}, session);
    await bench.revoke({}, { accessKeySecret: 'othersecret' });
    await bench.call('NoSuchAction', {}, {});
    const list = bench.emulator.requests.list();
    expect(list).toEqual([
      {
        ...shared,
        credential: { keyId: 'STS.id', issuedAt: 1_795_438_800, expiresAt: 1_795_439_700 },
        status: 200,
        code: '100',
        requestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
        acted: true,
      },
      {
        ...shared,
        status: 400,
        code: 'SignatureDoesNotMatch',
        requestId: expect.any(String) as string,
        acted: false,
      },
      expect.objectContaining({ operation: 'unknown', code: 'InvalidApi.NotFound', tokenCount: 0 }),
    ]);
    expect(JSON.stringify(list)).not.toMatch(/secret|sessiontoken|device1|Signature=/);
  });

  it('holds the targets if so told', async () => {
    bench = setUpMpaas({ keepTokens: true });
    await bench.revoke();
    expect(bench.emulator.requests.list()).toMatchObject([{ tokens: ['device1'] }]);
  });
});
