import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, setUp } from './support/bench.ts';

let bench: Bench;
let tokens: readonly string[];
beforeEach(async () => {
  bench = await setUp();
  tokens = bench.emulator.huawei.createDevices({ clientId: '110123456', count: 1000 });
});

const status = async (devices: number) =>
  (await bench.revoke({ body: { notifyId: 1, token: tokens.slice(0, devices) } })).status;

describe('a quota as a token bucket', () => {
  beforeEach(() => bench.emulator.huawei.setQuota('110123456', { devicesPerSecond: 100 }));

  it('counts devices, not requests', async () => {
    expect([await status(60), await status(40), await status(1)]).toEqual([200, 200, 503]);
  });

  it('gives back as time goes by, no more than a second of it', async () => {
    expect(await status(100)).toBe(200);
    bench.clock.advance(500);
    expect([await status(51), await status(50), await status(1)]).toEqual([503, 200, 503]);
    bench.clock.advance(60_000);
    expect([await status(100), await status(1)]).toEqual([200, 503]);
  });

  it('never lets a request pass that is larger than a second of it', async () => {
    bench.clock.advance(60_000);
    expect([await status(101), await status(100)]).toEqual([503, 200]);
  });

  it('does nothing that it refuses', async () => {
    bench.emulator.huawei.deliver({ clientId: '110123456', notifyId: 1 });
    await status(101);
    expect(bench.emulator.huawei.revocations({ clientId: '110123456', notifyId: 1 }).count).toBe(0);
    expect(bench.emulator.huawei.tray(tokens[0]!)).toHaveLength(1);
  });

  it('is a bare 503 without Retry-After, as nothing more is documented', async () => {
    await status(100);
    const response = await bench.emulator.fetch(bench.request({ body: { notifyId: 1, token: [tokens[0]] } }));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBeNull();
    expect(await response.text()).toBe('');
  });

  it('changes in mid-run without a fresh second to spend', async () => {
    expect(await status(100)).toBe(200);
    bench.emulator.huawei.setQuota('110123456', { devicesPerSecond: 50 });
    expect(await status(1)).toBe(503);
    bench.clock.advance(1000);
    expect([await status(50), await status(1)]).toEqual([200, 503]);
    bench.emulator.huawei.setQuota('110123456', undefined);
    expect(await status(1000)).toBe(200);
  });

  it("is the app's own", async () => {
    const sibling = await bench.emulator.huawei.createApp({ serviceAccount: bench.app.serviceAccount });
    const [token] = bench.emulator.huawei.createDevices({ clientId: sibling.clientId, count: 1 });
    await status(100);
    const path = `/v1/${sibling.clientId}/messages:revoke`;
    expect(await bench.revoke({ path, body: { notifyId: 1, token: [token] } })).toMatchObject({
      status: 200,
    });
  });
});

describe('a quota as a fixed window', () => {
  it('starts anew with every full second', async () => {
    bench.clock.advance(900);
    bench.emulator.huawei.setQuota('110123456', { devicesPerSecond: 100, model: 'fixed-window' });
    expect([await status(100), await status(1)]).toEqual([200, 503]);
    bench.clock.advance(99);
    expect(await status(1)).toBe(503);
    bench.clock.advance(1);
    expect([await status(100), await status(1)]).toEqual([200, 503]);
  });
});

describe('the 503 of a quota', () => {
  it('names the wait in seconds, and has a body, if so told', async () => {
    const retryAfter = { seconds: 3, as: 'seconds' } as const;
    bench.emulator.huawei.setQuota('110123456', { devicesPerSecond: 1, retryAfter, body: 'html' });
    const response = await bench.emulator.fetch(bench.request({ body: { notifyId: 1, token: tokens } }));
    expect(response.headers.get('retry-after')).toBe('3');
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('<h1>503</h1>');
  });

  it("names it as a date by the server's clock", async () => {
    const retryAfter = { seconds: 3, as: 'date' } as const;
    bench.emulator.huawei.setQuota('110123456', { devicesPerSecond: 1, retryAfter });
    const { headers } = await bench.revoke({ body: { notifyId: 1, token: tokens } });
    expect(headers.get('date')).toBe('Mon, 23 Nov 2026 13:00:00 GMT');
    expect(headers.get('retry-after')).toBe('Mon, 23 Nov 2026 13:00:03 GMT');
  });
});
