import { beforeEach, describe, expect, it } from 'vitest';
import type { MpaasQuota } from '../../src/index.ts';
import { type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas({ mpaas: { unknownMessage: '100' } });
});

const limit = (quota: MpaasQuota) => bench.emulator.mpaas.setQuota(bench.name, quota);
const statuses = async (count: number) => {
  const seen: number[] = [];
  for (let turn = 0; turn < count; turn += 1) seen.push((await bench.revoke()).status);
  return seen;
};

describe('a quota of mPaaS', () => {
  it('counts requests, and gives back as time goes by', async () => {
    limit({ requestsPerSecond: 2 });
    expect(await statuses(3)).toEqual([200, 200, 400]);
    bench.clock.advance(500);
    expect(await statuses(2)).toEqual([200, 400]);
  });

  it('starts anew with every full second as a fixed window', async () => {
    limit({ requestsPerSecond: 2, model: 'fixed-window' });
    bench.clock.advance(900);
    expect(await statuses(3)).toEqual([200, 200, 400]);
    bench.clock.advance(100);
    expect(await statuses(3)).toEqual([200, 200, 400]);
  });

  it('is a Throttling.User of the gateway, without a word on when to come again', async () => {
    limit({ requestsPerSecond: 1 });
    await bench.revoke();
    const { status, headers, body } = await bench.revoke();
    expect([status, body['Code'], body['Message']]).toEqual([
      400,
      'Throttling.User',
      'Request was denied due to request throttling.',
    ]);
    expect(headers.get('x-acs-retry-after')).toBeNull();
  });

  it('has another code, another status and a wait in milliseconds if so told', async () => {
    limit({ requestsPerSecond: 1, code: 'Throttling.Api', status: 503, retryAfterMs: 1500 });
    await bench.revoke();
    const { status, headers, body } = await bench.revoke();
    expect([status, body['Code'], headers.get('x-acs-retry-after')]).toEqual([503, 'Throttling.Api', '1500']);
  });

  it('is 8011 of the service if so told', async () => {
    limit({ requestsPerSecond: 1, code: '8011', retryAfterMs: 1500 });
    await bench.revoke();
    const { status, headers, body } = await bench.revoke();
    expect([status, body['PushResult'], headers.get('x-acs-retry-after')]).toEqual([
      200,
      { Success: false, ResultMsg: '8011', Data: '' },
      '1500',
    ]);
  });

  it("is the app's own, and what it refuses is not done", async () => {
    const { mpaas } = bench.emulator;
    mpaas.createApp({ appId: 'other', workspaceId: 'test', accessKey: bench.app.accessKey });
    limit({ requestsPerSecond: 1 });
    await bench.revoke({ MessageId: 'm' });
    await bench.revoke({ MessageId: 'm' });
    expect((await bench.revoke({ AppId: 'other' })).status).toBe(200);
    expect(mpaas.revocations({ ...bench.name, messageId: 'm' }).times('device1')).toBe(1);
  });
});
