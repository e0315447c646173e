import { startEmulator, type RunningEmulator } from '@unpush/emulator/node';
import { describe, expect, it } from 'vitest';
import type { Place } from '../src/place.ts';
import { recallByHuawei } from '../src/recall-by-huawei.ts';
import { recallByMpaas } from '../src/recall-by-mpaas.ts';

const placeOf = ({ url, caPem }: RunningEmulator): Place => ({
  endpoint: url,
  ...(caPem !== undefined && { ca: caPem }),
});

describe('a recall from code takes a notification back from all, and hands back what is left', () => {
  it('by Huawei', async () => {
    await using vendor = await startEmulator({ tls: true });
    const { huawei } = vendor.emulator;
    const { clientId, serviceAccount } = await huawei.createApp();
    const tokens = huawei.createDevices({ clientId, count: 1200 });
    huawei.deliver({ clientId, notifyId: 7, title: 'Wrong' });
    const { summary, left } = await recallByHuawei({
      ...placeOf(vendor),
      serviceAccount,
      clientId,
      notifyId: 7,
      tokens: [...tokens, 'a-token-that-nobody-has'],
    });
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 1200, rejected: 1 } });
    expect(left).toEqual(['a-token-that-nobody-has']);
    expect(huawei.revocations({ clientId, notifyId: 7 }).count).toBe(1200);
  });

  it('by mPaaS', async () => {
    await using vendor = await startEmulator({ tls: true });
    const { mpaas } = vendor.emulator;
    const { appId, workspaceId, accessKey } = mpaas.createApp();
    const devices = mpaas.createDevices({ appId, workspaceId, count: 150 });
    mpaas.deliver({ appId, workspaceId, messageId: 'order-4711', title: 'Wrong' });
    const { summary, left } = await recallByMpaas({
      ...placeOf(vendor),
      accessKey,
      appId,
      workspaceId,
      messageId: 'order-4711',
      targets: [...devices, 'a-device-that-nobody-has'],
    });
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 150, rejected: 1 } });
    expect(left).toEqual(['a-device-that-nobody-has']);
    expect(mpaas.revocations({ appId, workspaceId, messageId: 'order-4711' }).count).toBe(150);
  });
});
