import { startEmulator } from '@unpush/emulator/node';
import { describe, expect, it } from 'vitest';
import { recallAll } from '../src/recall-all.ts';

describe('recallAll', () => {
  it('takes a notification back from all phones, and hands back what is left', async () => {
    await using vendor = await startEmulator({ tls: true });
    const { huawei } = vendor.emulator;
    const { clientId, serviceAccount } = await huawei.createApp();
    const tokens = huawei.createDevices({ clientId, count: 1200 });
    huawei.deliver({ clientId, notifyId: 7, title: 'Wrong' });
    const { summary, left } = await recallAll({
      serviceAccount,
      clientId,
      notifyId: 7,
      tokens: [...tokens, 'a-token-that-nobody-has'],
      endpoint: vendor.url,
      ...(vendor.caPem !== undefined && { ca: vendor.caPem }),
    });
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 1200, rejected: 1 } });
    expect(left).toEqual(['a-token-that-nobody-has']);
    expect(huawei.revocations({ clientId, notifyId: 7 }).count).toBe(1200);
  });
});
