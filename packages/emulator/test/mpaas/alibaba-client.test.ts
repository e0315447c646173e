import { createRequire } from 'node:module';
import type * as Alibaba from '@alicloud/openapi-core';
import { RuntimeOptions } from '@darabonba/typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MpaasApp } from '../../src/index.ts';
import { startEmulator, type RunningEmulator } from '../../src/node/index.ts';

// CommonJS with a default export: as Node gives it to whoever requires it
const { default: AlibabaClient, $OpenApiUtil } = createRequire(import.meta.url)(
  '@alicloud/openapi-core',
) as typeof Alibaba.default;

/** How Alibaba Cloud's own client signs: `undefined` is its default, ACS3-HMAC-SHA256. */
const GENERATIONS = [
  { generation: 'V3 (ACS3-HMAC-SHA256)', signatureAlgorithm: undefined },
  { generation: 'V1 (HMAC-SHA1)', signatureAlgorithm: 'v2' },
] as const;

let running: RunningEmulator;
let app: MpaasApp;

beforeAll(async () => {
  running = await startEmulator();
  app = running.emulator.mpaas.createApp();
  running.emulator.mpaas.createDevices({ ...app, ids: ['device 1 (ü*)', 'device2', 'device3'] });
});

afterAll(() => running.close());

interface Calling {
  readonly signatureAlgorithm: string | undefined;
  readonly secret?: string;
  readonly key?: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly securityToken?: string;
  };
}

function call(
  action: string,
  parameters: Readonly<Record<string, string>>,
  { signatureAlgorithm, secret, key = app.accessKey }: Calling,
): Promise<{ readonly statusCode?: number; readonly body?: unknown }> {
  const client = new AlibabaClient(
    new $OpenApiUtil.Config({
      ...key,
      ...(secret !== undefined && { accessKeySecret: secret }),
      endpoint: new URL(running.url).host,
      protocol: 'HTTP',
      regionId: 'cn-hangzhou',
      ...(signatureAlgorithm !== undefined && { signatureAlgorithm }),
    }),
  );
  const params = new $OpenApiUtil.Params({
    action,
    version: '2020-10-28',
    protocol: 'HTTP',
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const { appId, workspaceId } = app;
  const request = new $OpenApiUtil.OpenApiRequest({
    body: { AppId: appId, WorkspaceId: workspaceId, ...parameters },
  });
  return client.callApi(params, request, new RuntimeOptions({}));
}

const tray = (device: string): readonly string[] =>
  running.emulator.mpaas.tray({ ...app, device }).map(({ title }) => title);

describe.each(GENERATIONS)("Alibaba Cloud's own client, signing by $generation", ({ signatureAlgorithm }) => {
  it('revokes a message from one device, whatever characters are in its id', async () => {
    const { mpaas } = running.emulator;
    const messageId = `message-${String(signatureAlgorithm)}`;
    mpaas.deliver({ ...app, messageId, title: 'Oops' });
    const answer = await call(
      'RevokePushMessage',
      { MessageId: messageId, TargetId: 'device 1 (ü*)' },
      { signatureAlgorithm },
    );
    expect(answer).toMatchObject({
      statusCode: 200,
      body: { ResultCode: 'OK', PushResult: { Success: true } },
    });
    expect(mpaas.revocations({ ...app, messageId }).count).toBe(1);
    expect(tray('device2')).toContain('Oops');
  });

  it('revokes a task', async () => {
    const { mpaas } = running.emulator;
    const { taskId } = mpaas.deliverTask({ ...app, title: 'Oops, everybody' });
    await expect(call('RevokePushTask', { TaskId: taskId }, { signatureAlgorithm })).resolves.toMatchObject({
      body: { ResultCode: 'OK', PushResult: { Success: true } },
    });
    expect(mpaas.revocations({ ...app, taskId }).count).toBe(1);
    expect(['device2', 'device3'].flatMap(tray)).not.toContain('Oops, everybody');
  });

  it('is refused with another secret, as a SignatureDoesNotMatch that it understands', async () => {
    await expect(
      call('RevokePushTask', { TaskId: '1' }, { signatureAlgorithm, secret: 'another secret' }),
    ).rejects.toMatchObject({ code: 'SignatureDoesNotMatch', statusCode: 400 });
  });

  it('is known by temporary credentials, and refused with the token of others', async () => {
    const key = running.emulator.mpaas.createAccessKey({
      securityToken: `token-${String(signatureAlgorithm)}`,
    });
    const { accessKeyId, accessKeySecret, securityToken = '' } = key;
    const sts = { accessKeyId, accessKeySecret, securityToken };
    await expect(
      call('RevokePushTask', { TaskId: '1' }, { signatureAlgorithm, key: sts }),
    ).resolves.toMatchObject({ statusCode: 200 });
    await expect(
      call(
        'RevokePushTask',
        { TaskId: '1' },
        { signatureAlgorithm, key: { ...sts, securityToken: 'other' } },
      ),
    ).rejects.toMatchObject({ statusCode: 400 });
  });

  it('understands that it is throttled', async () => {
    running.emulator.mpaas.setQuota(app, { requestsPerSecond: 1 });
    const calls = [1, 2, 3].map(() => call('RevokePushTask', { TaskId: '1' }, { signatureAlgorithm }));
    const settled = await Promise.allSettled(calls);
    running.emulator.mpaas.setQuota(app, undefined);
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ code: expect.stringMatching(/^Throttling/) as unknown });
  });
});
