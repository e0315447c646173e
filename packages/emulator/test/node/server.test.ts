import { Agent } from 'node:https';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/index.ts';
import { type RunningEmulator, startEmulator } from '../../src/node/index.ts';
import { makeJwt } from '../support/make-jwt.ts';
import { wire } from './client.ts';

let running: RunningEmulator;
let agent: Agent;
beforeAll(async () => {
  running = await startEmulator({ tls: true });
  agent = new Agent({
    keepAlive: true,
    maxSockets: 1,
    ...(running.caPem === undefined ? {} : { ca: running.caPem }),
  });
  await running.emulator.huawei.createApp({ clientId: '42' });
  running.emulator.huawei.createDevices({ clientId: '42', tokens: ['pushToken1', '通知'] });
});
afterEach(() => running.emulator.faults.clear());
afterAll(async () => {
  agent.destroy();
  await running.close();
});

const revoke = (notifyId: number, options: { readonly signal?: AbortSignal } = {}) =>
  wire(`${running.url}/v1/42/messages:revoke`, {
    ...options,
    agent,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'push-type': '0',
      authorization: `Bearer ${makeJwt(running.emulator.huawei.app('42').serviceAccount, Date.now())}`,
    },
    body: `{"notifyId":${notifyId},"token":["pushToken1","通知"]}`,
  });
const acted = (notifyId: number) => running.emulator.huawei.revocations({ clientId: '42', notifyId }).count;

describe('a revoke over TLS', () => {
  it('is answered as in-process', async () => {
    const { status, headers, body } = await revoke(1);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(Date.parse(String(headers['date']))).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.parse(body)).toMatchObject({ code: '80000000', msg: 'Success' });
    expect(acted(1)).toBe(2);
  });

  it('leaves the connection open for the next', async () => {
    await revoke(2);
    expect((await revoke(2)).reusedSocket).toBe(true);
  });
});

describe('faults on a real socket', () => {
  it('reset before: nothing was done', async () => {
    running.emulator.faults.set([{ times: 1, action: { type: 'reset', when: 'before' } }]);
    await expect(revoke(10)).rejects.toMatchObject({ code: 'ECONNRESET', message: 'read ECONNRESET' });
    expect(acted(10)).toBe(0);
    expect((await revoke(10)).status).toBe(200);
  });

  it('reset after: it was done', async () => {
    running.emulator.faults.set([{ times: 1, action: { type: 'reset', when: 'after' } }]);
    await expect(revoke(11)).rejects.toMatchObject({ code: 'ECONNRESET', message: 'read ECONNRESET' });
    expect(acted(11)).toBe(2);
  });

  it.each([0, 10])('truncate: %d bytes of a body that was announced longer', async (keepBytes) => {
    running.emulator.faults.set([{ times: 1, action: { type: 'truncate', keepBytes } }]);
    await expect(revoke(12)).rejects.toMatchObject({
      message: 'aborted',
      status: 200,
      body: '{"code":"80000000"'.slice(0, keepBytes),
    });
  });

  it('stall: no answer, however long one waits', async () => {
    running.emulator.faults.set([{ times: 1, action: { type: 'stall' } }]);
    await expect(revoke(13, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(acted(13)).toBe(0);
    expect((await revoke(13)).status).toBe(200);
  });

  it('latency: late, and no trouble when the caller has gone', async () => {
    running.emulator.faults.set([{ times: 1, action: { type: 'latency', ms: 100 } }]);
    const start = performance.now();
    expect((await revoke(14)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(95);
    running.emulator.faults.set([{ times: 1, action: { type: 'latency', ms: 60_000 } }]);
    await expect(revoke(14, { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect((await revoke(14)).status).toBe(200);
  });

  it('clock: the Date header is off', async () => {
    running.emulator.faults.set([{ times: 1, action: { type: 'clock', offsetMs: -86_400_000 } }]);
    const { headers } = await revoke(15);
    expect(Date.now() - Date.parse(String(headers['date']))).toBeGreaterThan(86_000_000);
  });
});

describe('close', () => {
  it('ends stalled and idle connections at once', async () => {
    await using own = await startEmulator();
    await own.emulator.huawei.createApp({ clientId: '42' });
    own.emulator.faults.set([{ action: { type: 'stall' } }]);
    const stalled = wire(`${own.url}/v1/42/messages:revoke`, { method: 'POST', body: '{}' });
    const refused = expect(stalled).rejects.toMatchObject({ code: 'ECONNRESET' });
    while (own.emulator.requests.list().length === 0) await new Promise(setImmediate);
    const start = performance.now();
    await own.close();
    expect(performance.now() - start).toBeLessThan(1000);
    await refused;
    await own.close();
  });

  it('is what `await using` does', async () => {
    let url: string;
    {
      await using own = await startEmulator();
      url = own.url;
      expect((await wire(`${url}/healthz`)).body).toBe('{"status":"ok"}');
    }
    await expect(wire(`${url}/healthz`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('startEmulator', () => {
  it('listens on the loopback, on a free port, over HTTP', async () => {
    await using own = await startEmulator();
    expect(own.url).toBe(`http://127.0.0.1:${own.port}`);
    expect(own.caPem).toBeUndefined();
    expect((await wire(own.url)).body).toContain('unpush emulator');
  });

  it('listens where it is told to, and answers the control API under that name', async () => {
    await using own = await startEmulator({ host: '::1' });
    expect(own.url).toBe(`http://[::1]:${own.port}`);
    expect((await wire(`${own.url}/_emulator/apps`)).body).toBe('[]');
  });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(startEmulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
  });

  it('serves an emulator that exists already', async () => {
    const emulator = createEmulator();
    await using own = await startEmulator({ emulator });
    await wire(`${own.url}/_emulator/apps`, { method: 'POST', body: '{"clientId":"7"}' });
    expect(emulator.huawei.apps()).toMatchObject([{ clientId: '7' }]);
  });

  it('refuses the control API under a foreign Host', async () => {
    await using own = await startEmulator();
    const { status, body } = await wire(`${own.url}/_emulator/apps`, { headers: { host: 'evil.test' } });
    expect(status).toBe(403);
    expect(body).toContain('evil.test');
  });

  it('leaves the global Request and Response as they were', async () => {
    const { Request: before } = globalThis;
    await using own = await startEmulator();
    await wire(`${own.url}/healthz`);
    expect(globalThis.Request).toBe(before);
  });
});
