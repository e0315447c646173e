import { batchOf, CredentialError, InvalidRequestError, NoAnswerError, VendorError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import {
  AccessKey,
  createMpaasClient,
  createMpaasRevoker,
  type MpaasClient,
  type MpaasClientOptions,
} from '../../src/index.ts';
import { letTimePass } from '../support/let-time-pass.ts';
import { manualClock, settle, type ManualClock } from '../support/manual-clock.ts';
import { answering, type Scripted, type ScriptedSender } from '../support/scripted-sender.ts';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const accessKey = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const app = { appId: 'ONEX570DA89211721', workspaceId: 'test' };
const message = { messageId: '1578807462788', targetId: 'user1024' };
const requestId = '3F9A1F3C-7C24-4BDB-9B1D-6E6B2F1D2C11';

interface World {
  readonly client: MpaasClient;
  readonly clock: ManualClock;
  readonly calling: <T>(call: (client: MpaasClient) => Promise<T>) => Promise<T>;
}

function world({ send }: ScriptedSender, options: Partial<MpaasClientOptions> = {}): World {
  const clock = manualClock(NOW);
  let nonce = 0;
  const client = createMpaasClient({
    accessKey,
    ...app,
    send,
    clock,
    random: () => 0,
    nonce: () => `nonce${(nonce += 1)}`,
    ...options,
  });
  return { client, clock, calling: (call) => letTimePass(clock, () => call(client)) };
}

const accepted: Scripted = {
  body: JSON.stringify({
    RequestId: requestId,
    ResultCode: 'OK',
    ResultMessage: 'success',
    PushResult: { Success: true, ResultMsg: 'success', Data: '' },
  }),
};

const refused = (code: string): Scripted => ({
  body: JSON.stringify({
    RequestId: requestId,
    ResultCode: 'OK',
    ResultMessage: '',
    PushResult: { Success: false, ResultMsg: code, Data: '' },
  }),
});

const gateway = (Code: string, { status = 400, headers = {} } = {}): Scripted => ({
  status,
  headers,
  body: JSON.stringify({ Code, Message: 'words', RequestId: requestId, HostId: 'mpaas.aliyuncs.com' }),
});

async function errorOf(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('was accepted');
  return error;
}

const bodyOf = ({ requests }: ScriptedSender, index: number): string =>
  new TextDecoder().decode(requests[index]?.body);

describe('a single revoke at mPaaS', () => {
  it('resolves with what was accepted', async () => {
    const { calling } = world(answering(accepted));
    await expect(calling((client) => client.revoke(message))).resolves.toEqual({
      requestId,
      code: 'OK',
      value: undefined,
    });
  });

  it('is a signed form, of the message and its target or of the task', async () => {
    const answers = answering(accepted);
    const { calling } = world(answers);
    await calling((client) => client.revoke(message));
    await calling((client) => client.revoke({ taskId: '20842863' }));
    const [first, second] = answers.requests;
    expect(first).toMatchObject({
      method: 'POST',
      url: 'https://mpaas.cn-hangzhou.aliyuncs.com/',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'x-acs-action': 'RevokePushMessage',
        'x-acs-version': '2020-10-28',
        'x-acs-date': '2026-01-02T03:04:05Z',
        'x-acs-signature-nonce': 'nonce1',
      },
    });
    expect(first?.headers).not.toHaveProperty('host');
    expect(bodyOf(answers, 0)).toBe(
      'AppId=ONEX570DA89211721&MessageId=1578807462788&TargetId=user1024&WorkspaceId=test',
    );
    expect(second?.headers['x-acs-action']).toBe('RevokePushTask');
    expect(bodyOf(answers, 1)).toBe('AppId=ONEX570DA89211721&TaskId=20842863&WorkspaceId=test');
  });

  it('has the signature of the derived example', async () => {
    const answers = answering(accepted);
    const { calling } = world(answers, { nonce: () => '0123456789abcdef0123456789abcdef' });
    await calling((client) => client.revoke(message));
    expect(answers.requests[0]?.headers['authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=5b1213a3e927fe5e0cca301a57c332bbb89a2c5e9b3352b224de4c9b05de8d3e',
    );
  });

  it('carries a temporary key’s token, signed', async () => {
    const answers = answering(accepted);
    const { calling } = world(answers, { accessKey: { ...accessKey, securityToken: 'CAISexample' } });
    await calling((client) => client.revoke(message));
    expect(answers.requests[0]?.headers).toMatchObject({
      'x-acs-accesskey-id': 'testid',
      'x-acs-security-token': 'CAISexample',
    });
    expect(answers.requests[0]?.headers['authorization']).toContain(
      'SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,',
    );
  });

  it('has a fresh date, nonce and signature at every attempt', async () => {
    const answers = answering({ status: 502 }, gateway('ServiceUnavailable', { status: 503 }), accepted);
    const { calling } = world(answers, { random: () => 0.99, retry: { baseMs: 5000 } });
    await calling((client) => client.revoke(message));
    for (const name of ['x-acs-date', 'x-acs-signature-nonce', 'authorization']) {
      expect(new Set(answers.requests.map(({ headers }) => headers[name])).size).toBe(3);
    }
  });

  it('waits as long as the gateway asks, in milliseconds', async () => {
    const throttled = gateway('Throttling.User', {
      headers: { 'x-acs-retry-after': '1234', 'retry-after': '60' },
    });
    const { calling, clock } = world(answering(throttled, accepted));
    await calling((client) => client.revoke(message));
    expect(clock.slept.slice(1)).toEqual([1234]);
  });

  it("is signed again by the vendor's clock where ours is refused", async () => {
    const expired = gateway('InvalidTimeStamp.Expired', {
      headers: { date: 'Fri, 02 Jan 2026 03:44:05 GMT' },
    });
    const answers = answering(expired, accepted);
    const { calling } = world(answers);
    await calling((client) => client.revoke(message));
    expect(answers.requests.map(({ headers }) => headers['x-acs-date'])).toEqual([
      '2026-01-02T03:04:05Z',
      '2026-01-02T03:44:05Z',
    ]);
  });

  it("says how far this machine's clock is off where that does not help either", async () => {
    const expired = gateway('InvalidTimeStamp.Expired', {
      headers: { date: 'Fri, 02 Jan 2026 03:44:05 GMT' },
    });
    const { calling } = world(answering(expired));
    const error = await errorOf(calling((client) => client.revoke(message)));
    expect(VendorError.isInstance(error) && error.vendorCode).toBe('InvalidTimeStamp.Expired');
    expect(error.message).toContain("this machine's clock (it is 2400 s behind the vendor's)");
  });

  it('asks the provider again where temporary credentials have ended', async () => {
    const answers = answering(gateway('InvalidSecurityToken.Expired'), accepted);
    const ids = ['first', 'second'];
    const { calling } = world(answers, {
      accessKey: () => new AccessKey({ ...accessKey, accessKeyId: ids.shift(), securityToken: 'CAIS' }),
    });
    await calling((client) => client.revoke(message));
    expect(answers.requests.map(({ headers }) => headers['x-acs-accesskey-id'])).toEqual(['first', 'second']);
  });

  it('is a VendorError with code, request id and what to do, wherever the code stood', async () => {
    const { calling } = world(answering(refused('APPID_WRONG')));
    const error = await errorOf(calling((client) => client.revoke(message)));
    expect(VendorError.isInstance(error) && [error.vendorCode, error.requestId, error.entry?.about]).toEqual([
      '3007',
      requestId,
      'credential',
    ]);
    expect(error.message).toBe(
      `mPaaS did not accept RevokePushMessage: 3007 (The appid or workspace is invalid.). Repeating it does not help: check the access key, and that app id and workspace id belong to its account. Request id: ${requestId}. More: unpush explain 3007`,
    );
  });

  it('is refused before it is sent where the push is older than seven days', async () => {
    const answers = answering(accepted);
    const { client } = world(answers);
    const week = 7 * 86_400_000;
    const error = await errorOf(client.revoke({ ...message, sentAt: NOW - week - 1 }));
    expect(InvalidRequestError.isInstance(error) && error.problems[0]?.field).toBe('sentAt');
    expect(answers.requests).toEqual([]);
    await expect(client.revoke({ ...message, sentAt: NOW - week })).resolves.toMatchObject({ code: 'OK' });
  });

  it.each([
    { input: { ...message, taskId: '1' }, says: 'must hold messageId or taskId, but holds both' },
    { input: { taskId: '1', targetId: 'a' }, says: 'targetId: must be left out beside taskId' },
    { input: { targetId: 'a' }, says: 'must hold messageId (simple and template pushes) or taskId' },
    { input: undefined, says: 'must hold messageId (simple and template pushes) or taskId' },
    { input: { messageId: '1', targetId: 13_800_138_000 }, says: 'but is the number 138…' },
    { input: { ...message, sentAt: Number.NaN }, says: 'sentAt: must be a time in milliseconds' },
  ])('is refused before it is sent where $says', async ({ input, says }) => {
    const answers = answering(accepted);
    const { client } = world(answers);
    const error = await errorOf(client.revoke(input as never)); // as plain JavaScript may pass it
    expect(InvalidRequestError.isInstance(error)).toBe(true);
    expect(error.message).toContain(says);
    expect(answers.requests).toEqual([]);
  });

  it('takes a field that is there and undefined for one that is not', async () => {
    const answers = answering(accepted);
    const { client } = world(answers);
    await client.revoke({ ...message, taskId: undefined }); // as plain JavaScript may pass it
    expect(answers.requests[0]?.headers['x-acs-action']).toBe('RevokePushMessage');
  });

  it('says of an answer without a word for success just that, with the request id for a ticket', async () => {
    const open = { body: JSON.stringify({ RequestId: requestId, ResultCode: 'OK' }) };
    const { calling } = world(answering(open));
    const error = await errorOf(calling((client) => client.revoke(message)));
    expect(NoAnswerError.isInstance(error) && error.mayHaveBeenReceived).toBe(true);
    expect(error.message).toBe(
      `mPaaS answered RevokePushMessage with OK, but without its word for success, so that nobody knows whether it was done. An attempt may have been received. Request id: ${requestId}.`,
    );
  });

  it('says that an earlier attempt may have been received where the last one is refused', async () => {
    const lost = new NoAnswerError('The connection broke.', { failure: 'reset', mayHaveBeenReceived: true });
    const { calling } = world(answering(lost, refused('3028')));
    const error = await errorOf(calling((client) => client.revoke(message)));
    expect(error.message).toContain('An attempt may have been received.');
  });

  it('does not go by the clock of whoever refuses the credential otherwise', async () => {
    const proxy = { status: 401, headers: { date: 'Fri, 02 Jan 2026 06:04:05 GMT' } };
    const answers = answering(proxy, accepted);
    const { calling } = world(answers);
    await calling((client) => client.revoke(message));
    expect(answers.requests.map(({ headers }) => headers['x-acs-date'])).toEqual([
      '2026-01-02T03:04:05Z',
      '2026-01-02T03:04:05Z',
    ]);
  });

  it('takes from a provider whatever form the key has', async () => {
    const answers = answering(accepted);
    const { calling } = world(answers, { accessKey: () => Promise.resolve({ ...accessKey }) });
    await expect(calling((client) => client.revoke(message))).resolves.toMatchObject({ code: 'OK' });
  });

  it.each([
    { what: 'fails', provide: () => Promise.reject(new Error('secret words of its own')) },
    { what: 'gives what is no key', provide: () => Promise.resolve({ accessKeyId: 'a' } as never) },
    { what: 'never answers', provide: () => new Promise<never>(() => undefined) },
  ])(
    'is a CredentialError where the provider of the key $what, and nothing was sent',
    async ({ provide }) => {
      const answers = answering(accepted);
      const { client, clock } = world(answers, { accessKey: provide });
      const call = errorOf(client.revoke(message));
      await settle();
      await clock.advance(20_000);
      const error = await call;
      expect(CredentialError.isInstance(error)).toBe(true);
      expect(error.message).not.toContain('secret words');
      expect(answers.requests).toEqual([]);
    },
  );

  it('ends in time though the provider never answers when it is asked again', async () => {
    const answers = answering(gateway('InvalidSecurityToken.Expired'));
    let asked = 0;
    const provide = (): Promise<AccessKey> => {
      asked += 1;
      return asked === 1
        ? Promise.resolve(new AccessKey({ ...accessKey, securityToken: 'CAIS' }))
        : new Promise<never>(() => undefined);
    };
    const { client, clock } = world(answers, { accessKey: provide, retry: { withinMs: 1500 } });
    const call = errorOf(client.revoke(message));
    await settle();
    await clock.advance(1500);
    const error = await call;
    expect(VendorError.isInstance(error) && error.vendorCode).toBe('InvalidSecurityToken.Expired');
  });

  it('names the code that an empty target would have got, and sends nothing', async () => {
    const answers = answering(accepted);
    const { client } = world(answers);
    const error = await errorOf(client.revoke({ ...message, targetId: '' }));
    expect(InvalidRequestError.isInstance(error) && error.problems).toEqual([
      {
        field: 'targetId',
        problem: 'must be the device or user that it was pushed to (TargetId), but is empty',
        code: '3021',
      },
    ]);
    expect(answers.requests).toEqual([]);
  });

  it('refuses an access key, an app and a region that cannot be, when it is made', () => {
    const make = (options: Partial<MpaasClientOptions>) => () => world(answering(accepted), options);
    expect(make({ accessKey: '{"accessKeyId":"testid"}' })).toThrow(CredentialError);
    expect(make({ appId: '' })).toThrow('appId: must be the app');
    expect(make({ region: 'hangzhou' })).toThrow('region: must be a region of Alibaba Cloud');
  });
});

describe('the port for recalls at mPaaS', () => {
  it('takes one target a request, of a message or the task itself', async () => {
    const answers = answering(accepted);
    const revoker = createMpaasRevoker({ accessKey, ...app, send: answers.send });
    expect(revoker.batchSize).toBe(1);
    await expect(
      revoker.attempt({ messageId: '1578807462788' }, batchOf(['user1024'])),
    ).resolves.toMatchObject({
      advice: 'done',
      about: 'success',
      code: 'OK',
    });
    await expect(revoker.attempt({ taskId: '20842863' }, batchOf(['20842863']))).resolves.toMatchObject({
      advice: 'done',
    });
    await expect(revoker.attempt({ taskId: '20842863' }, batchOf(['user1024']))).rejects.toThrow(
      'must be the id of the task itself',
    );
    await expect(revoker.attempt({ messageId: '1' }, batchOf(['a', 'b']))).rejects.toThrow(
      'must be 1 target a request, but are 2',
    );
  });

  it('makes exactly one exchange, whatever the answer', async () => {
    const answers = answering(gateway('Throttling.User'), { status: 502 });
    const revoker = createMpaasRevoker({ accessKey, ...app, send: answers.send });
    await expect(revoker.attempt({ messageId: '1' }, batchOf(['a']))).resolves.toMatchObject({
      advice: 'retry',
      about: 'quota',
      code: 'Throttling.User',
      mayHaveBeenReceived: false,
    });
    await expect(revoker.attempt({ messageId: '1' }, batchOf(['a']))).resolves.toMatchObject({
      advice: 'retry',
      about: 'vendor-fault',
      mayHaveBeenReceived: true,
    });
    expect(answers.requests).toHaveLength(2);
  });

  it('makes a verdict of the want of an answer', async () => {
    const lost = new NoAnswerError('The connection broke.', { failure: 'reset', mayHaveBeenReceived: true });
    const revoker = createMpaasRevoker({ accessKey, ...app, send: answering(lost).send });
    await expect(revoker.attempt({ messageId: '1' }, batchOf(['a']))).resolves.toMatchObject({
      advice: 'retry',
      failure: 'reset',
      mayHaveBeenReceived: true,
    });
  });
});
