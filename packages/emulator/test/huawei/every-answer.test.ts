import { beforeEach, describe, expect, it } from 'vitest';
import { type Fault, HUAWEI_MESSAGES } from '../../src/index.ts';
import { type Bench, type Change, setUp } from '../support/bench.ts';
import { makeJwt } from '../support/make-jwt.ts';
import { NOON } from '../support/still-clock.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
  const { huawei } = bench.emulator;
  const { serviceAccount } = bench.app;
  huawei.createDevices({ clientId: '110123456', tokens: ['pushToken1', 'pushToken2', 'pushToken3'] });
  const mute = await huawei.createApp({ clientId: 'mute', serviceAccount, mayRevoke: false });
  await huawei.createApp({ clientId: 'off', serviceAccount, pushEnabled: false });
  huawei.createDevices({ clientId: mute.clientId, tokens: ['muted'] });
});

const path = (clientId: string): Change => ({ path: `/v1/${clientId}/messages:revoke` });
const tokens = (...token: string[]): Change => ({ body: { notifyId: 1, token } });
const expired = (): Change => ({ jwt: makeJwt(bench.app.serviceAccount, NOON - 3_600_000) });

describe('the 14 codes of the revoke page', () => {
  it.each<[code: string, status: number, change: () => Change]>([
    ['80000000', 200, () => ({})],
    ['80100001', 400, () => ({ body: { token: ['pushToken1'] } })],
    ['80100003', 400, () => ({ body: 'no JSON' })],
    ['80100020', 200, () => tokens('pushToken1', 'nobodys')],
    ['80200001', 401, () => ({ headers: { authorization: undefined } })],
    ['80200005', 401, expired],
    ['80300002', 400, () => path('off')],
    ['80300007', 400, () => tokens('nobodys')],
    ['80300010', 400, () => tokens()],
    ['80300017', 400, () => tokens('pushToken1', 'muted')],
    ['80300028', 400, () => tokens('muted')],
    ['80300032', 400, () => path('mute')],
  ])('%s comes of a real situation', async (code, status, change) => {
    expect(await bench.revoke(change())).toMatchObject({ status, code });
  });

  it.each<[code: string, status: number, message: string]>([
    ['80200003', 401, 'Access token expired.'],
    ['80000001', 500, 'CommonService Error.'],
  ])('%s has no situation of its own here, and comes by a fault', async (code, status, msg) => {
    bench.emulator.faults.set([{ action: { type: 'code', code } }]);
    expect(await bench.revoke()).toMatchObject({ status, code, msg });
  });

  it.each(Object.keys(HUAWEI_MESSAGES))('%s can be forced', async (code) => {
    bench.emulator.faults.set([{ action: { type: 'code', code } }]);
    expect(await bench.revoke()).toMatchObject({ code });
  });
});

describe('the 7 HTTP statuses of the revoke page', () => {
  it('200, 400, 401 and 404 come of a real situation', async () => {
    expect((await bench.revoke()).status).toBe(200);
    expect((await bench.revoke({ body: '' })).status).toBe(400);
    expect((await bench.revoke(expired())).status).toBe(401);
    expect((await bench.revoke({ path: '/v1/110123456/messages:revok' })).status).toBe(404);
  });

  it('503 comes of the quota', async () => {
    bench.emulator.huawei.setQuota('110123456', { devicesPerSecond: 2 });
    expect((await bench.revoke()).status).toBe(503);
  });

  it.each([200, 400, 401, 404, 500, 502, 503])('%d can be forced', async (status) => {
    const fault: Fault = { action: { type: 'status', status } };
    bench.emulator.faults.set([fault]);
    expect(await bench.revoke()).toMatchObject({ status, code: undefined });
  });
});
