import { Agent } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEmulator, startEmulator } from '../../src/node/index.ts';
import { signAcs3 } from '../support/sign-acs3.ts';
import { wire } from './client.ts';

let running: RunningEmulator;
let agent: Agent;
beforeAll(async () => {
  running = await startEmulator({ tls: true });
  agent = new Agent({ keepAlive: true, ...(running.caPem === undefined ? {} : { ca: running.caPem }) });
});
afterAll(async () => {
  agent.destroy();
  await running.close();
});

describe('mPaaS over TLS', () => {
  it('is signed for the host and port that it is reached under', async () => {
    const { mpaas } = running.emulator;
    const { accessKey, ...app } = mpaas.createApp();
    const [device = ''] = mpaas.createDevices({ ...app, count: 1 });
    mpaas.deliver({ ...app, messageId: 'm', title: 'Oops' });
    const body = new URLSearchParams({
      AppId: app.appId,
      WorkspaceId: app.workspaceId,
      MessageId: 'm',
      TargetId: device,
    }).toString();
    const url = `${running.url}/`;
    const { host } = new URL(url);
    const revoke = (signedHost: string) =>
      wire(url, {
        agent,
        method: 'POST',
        headers: {
          ...signAcs3({
            url,
            method: 'POST',
            body,
            ...accessKey,
            headers: {
              host: signedHost,
              'content-type': 'application/x-www-form-urlencoded',
              'x-acs-action': 'RevokePushMessage',
              'x-acs-version': '2020-10-28',
              'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
              'x-acs-signature-nonce': crypto.randomUUID(),
            },
          }),
          host,
        },
        body,
      });
    const answer = await revoke(host);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([200, { PushResult: { Success: true } }]);
    expect(mpaas.tray({ ...app, device })).toMatchObject([{ title: 'Message revoked' }]);
    const other = await revoke('mpaas.cn-hangzhou.aliyuncs.com');
    expect(JSON.parse(other.body)).toMatchObject({ Code: 'SignatureDoesNotMatch', HostId: host });
  });
});
