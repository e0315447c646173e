import { NoAnswerError, VendorError } from '@unpush/core';
import { MPAAS_OPERATIONS } from '@unpush/core/mpaas';
import { describe, expect, it } from 'vitest';
import { createMpaasClient, type MpaasClient } from '../../src/index.ts';
import { letTimePass } from '../support/let-time-pass.ts';
import { manualClock } from '../support/manual-clock.ts';
import { answering, type ScriptedSender } from '../support/scripted-sender.ts';

const push = {
  deliveryType: 'user',
  targets: { user1024: '1578807462788' },
  title: 'Sale',
  content: 'Everything is free',
  expiredSeconds: 180,
  taskName: 'sale',
} as const;

function calling<T>({ send }: ScriptedSender, call: (client: MpaasClient) => Promise<T>): Promise<T> {
  const clock = manualClock();
  const client = createMpaasClient({
    accessKey: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
    appId: 'ONEX570DA89211721',
    workspaceId: 'test',
    tenantId: 'TENANT',
    send,
    clock,
    random: () => 0,
  });
  return letTimePass(clock, () => call(client));
}

const pushed = {
  body: JSON.stringify({
    RequestId: 'r',
    ResultCode: 'OK',
    PushResult: { Success: true, ResultMsg: 'success', Data: '20842863' },
  }),
};
const template = { body: JSON.stringify({ RequestId: 'r', Success: true, Code: '100', Data: {} }) };
const throttled = { status: 400, body: JSON.stringify({ Code: 'Throttling.User', Message: 'slow down' }) };
const systemError = {
  body: JSON.stringify({ ResultCode: 'OK', PushResult: { Success: false, ResultMsg: '9000' } }),
};
const lost = (mayHaveBeenReceived: boolean): NoAnswerError =>
  new NoAnswerError('The connection broke. Try again. It may have received the request.', {
    failure: mayHaveBeenReceived ? 'reset' : 'refused',
    mayHaveBeenReceived,
  });

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (reason: unknown) => reason,
  );

describe('the calls of a client for mPaaS', () => {
  it('are one for each operation, by its name', () => {
    const { send } = answering(pushed);
    const client = createMpaasClient({
      accessKey: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
      appId: 'a',
      workspaceId: 'b',
      send,
    });
    for (const name of Object.keys(MPAAS_OPERATIONS)) expect(client).toHaveProperty(name);
  });

  it('resolve with what the answer holds', async () => {
    const answers = answering(pushed);
    await expect(calling(answers, (client) => client.pushSimple(push))).resolves.toEqual({
      requestId: 'r',
      code: 'OK',
      value: { data: '20842863' },
    });
    expect(answers.requests[0]?.headers['x-acs-action']).toBe('PushSimple');
  });
});

describe('a push', () => {
  it.each([
    { what: 'the answer was lost', first: lost(true), failure: 'reset' },
    { what: 'the gateway broke', first: { status: 502 }, failure: undefined },
    { what: 'a proxy says 503', first: { status: 503, body: 'upstream reset' }, failure: undefined },
    { what: 'a 401 claims success', first: { status: 401, body: pushed.body }, failure: undefined },
    { what: 'mPaaS reports an error of its own', first: systemError, failure: undefined },
  ])('is not sent again where $what', async ({ first, failure }) => {
    const answers = answering(first, pushed);
    const error = await errorOf(calling(answers, (client) => client.pushSimple(push)));
    expect(answers.requests).toHaveLength(1);
    if (failure !== undefined) expect(NoAnswerError.isInstance(error) && error.failure).toBe(failure);
    else expect(VendorError.isInstance(error) && error.verdict.mayHaveBeenReceived).toBe(true);
    const { message } = error as Error; // one of the two above
    expect(message).toContain(
      'It may have been done all the same: look in the console before you call it again.',
    );
    expect(message).not.toMatch(/try again/i);
  });

  it.each([
    { what: 'flow control refused it', first: throttled },
    { what: 'it certainly never left', first: lost(false) },
  ])('is sent again where $what', async ({ first }) => {
    const answers = answering(first, pushed);
    await expect(calling(answers, (client) => client.pushSimple(push))).resolves.toMatchObject({
      code: 'OK',
    });
    expect(answers.requests).toHaveLength(2);
  });
});

describe('a query', () => {
  it('is sent again like a revoke', async () => {
    const answers = answering(lost(true), { status: 502 }, template);
    await expect(
      calling(answers, (client) => client.getTemplate({ templateName: 'sale' })),
    ).resolves.toMatchObject({ code: '100' });
    expect(answers.requests).toHaveLength(3);
  });
});
