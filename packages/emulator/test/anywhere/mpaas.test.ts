import { describe, expect, it } from 'vitest';
import { createEmulator, type Emulator, type MpaasApp } from '../../src/index.ts';
import { stillClock } from '../support/still-clock.ts';

const SIGNED_AT = Date.UTC(2026, 0, 2, 3, 4, 5);
const messageId = '1578807462788';

/** A request that Alibaba Cloud's own library signed, with the key testid/testsecret. */
const signedByAlibaba = (changed: { readonly body?: string } = {}): Request =>
  new Request('https://mpaas.cn-hangzhou.aliyuncs.com/', {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'x-acs-action': 'RevokePushMessage',
      'x-acs-version': '2020-10-28',
      'x-acs-date': '2026-01-02T03:04:05Z',
      'x-acs-signature-nonce': '0123456789abcdef0123456789abcdef',
      'x-acs-content-sha256': '8de732ff9e1ed9acf64070f551c2cadc5db08479275102daf8e113f4375222c2',
      authorization:
        'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=5b1213a3e927fe5e0cca301a57c332bbb89a2c5e9b3352b224de4c9b05de8d3e',
    },
    body: 'AppId=ONEX570DA89211721&MessageId=1578807462788&TargetId=user1024&WorkspaceId=test',
    ...changed,
  });

function play(): { readonly emulator: Emulator; readonly app: MpaasApp } {
  const emulator = createEmulator({ clock: stillClock(SIGNED_AT) });
  const app = emulator.mpaas.createApp({
    appId: 'ONEX570DA89211721',
    workspaceId: 'test',
    accessKey: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
  });
  emulator.mpaas.createDevices({ ...app, ids: ['user1024'] });
  emulator.mpaas.deliver({ ...app, messageId, title: 'Oops' });
  return { emulator, app };
}

describe('the emulator of mPaaS, wherever it runs', () => {
  it("takes a revoke that Alibaba Cloud's own library signed", async () => {
    const { emulator, app } = play();
    const answer = await emulator.fetch(signedByAlibaba());
    expect(answer.status).toBe(200);
    await expect(answer.json()).resolves.toMatchObject({ ResultCode: 'OK', PushResult: { Success: true } });
    expect(emulator.mpaas.revocations({ ...app, messageId }).times('user1024')).toBe(1);
  });

  it('refuses the same request a second time, and one whose body was changed on the way', async () => {
    const { emulator, app } = play();
    const body = 'AppId=ONEX570DA89211721&MessageId=1578807462788&TargetId=user1025&WorkspaceId=test';
    const changed = await emulator.fetch(signedByAlibaba({ body }));
    await expect(changed.json()).resolves.toMatchObject({ Code: 'SignatureDoesNotMatch' });
    await emulator.fetch(signedByAlibaba());
    const again = await emulator.fetch(signedByAlibaba());
    await expect(again.json()).resolves.toMatchObject({ Code: 'SignatureNonceUsed' });
    expect(emulator.mpaas.revocations({ ...app, messageId }).count).toBe(1);
  });
});
