import { describe, expect, it } from 'vitest';
import { createMpaasClient } from '../../src/index.ts';
import { otel, type Otel } from '../support/otel.ts';
import { answering } from '../support/scripted-sender.ts';

const accepted = {
  body: JSON.stringify({ RequestId: 'r1', ResultCode: 'OK', PushResult: { Success: true } }),
};

async function observed(): Promise<Otel> {
  const sdk = otel();
  const client = createMpaasClient({
    accessKey: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
    appId: 'ONEX570DA89211721',
    workspaceId: 'test',
    send: answering(accepted).send,
    telemetry: sdk.telemetry,
  });
  await client.revoke({ messageId: '1', targetId: 'user1024' });
  await client.pushSimple({
    deliveryType: 'user',
    targets: { user1024: '2' },
    title: 'Sorry',
    content: 'That was a mistake',
    expiredSeconds: 60,
    taskName: 'sorry',
  });
  return sdk;
}

describe('the spans of mPaaS', () => {
  it('are named by the operation, and say how many targets a revoke has', async () => {
    const { spans } = await observed();
    expect(spans()).toMatchObject([
      {
        name: 'RevokePushMessage',
        attributes: {
          'rpc.method': 'RevokePushMessage',
          'url.template': '/',
          'server.address': 'mpaas.cn-hangzhou.aliyuncs.com',
          'unpush.vendor': 'mpaas',
          'unpush.targets': 1,
          'unpush.code': 'OK',
          'unpush.request_id': 'r1',
          'unpush.credential_id': expect.stringMatching(/^te\.[0-9a-z]+\.[0-9a-z]+$/) as string, // vitest's matchers are untyped
        },
      },
      { name: 'PushSimple', attributes: { 'rpc.method': 'PushSimple' } },
    ]);
    expect(spans()[1]?.attributes).not.toHaveProperty('unpush.targets');
  });

  it('count the target of a single revoke, and none of a push', async () => {
    const sdk = await observed();
    expect(await sdk.points('unpush.targets')).toEqual([
      { value: 1, attributes: { 'unpush.vendor': 'mpaas', 'unpush.outcome': 'accepted' } },
    ]);
  });
});
