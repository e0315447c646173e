import { batchOf, type Verdict } from '@unpush/core';
import {
  noAnswer,
  simulatedVendor,
  verdictOf,
  virtualClock,
  type BadTarget,
  type SimulatedVendorOptions,
} from '../../src/index.ts';
import { describe, expect, it } from 'vitest';

function vendorOf(options: Omit<SimulatedVendorOptions, 'clock'> = {}) {
  const clock = virtualClock();
  const vendor = simulatedVendor({ clock, ...options });
  const ask = (...targets: string[]): Promise<Verdict> => vendor.attempt('message', batchOf(targets));
  return { clock, vendor, ask };
}

const badOf = (bad: Record<string, BadTarget>) => new Map(Object.entries(bad));

describe('the simulated vendor', () => {
  it('takes back what it accepts', async () => {
    const { vendor, ask } = vendorOf();
    expect(await ask('a', 'b')).toEqual({
      advice: 'done',
      about: 'success',
      httpStatus: 200,
      code: '80000000',
      message: 'Success',
      rejected: new Map(),
      mayHaveBeenReceived: true,
      credentialId: 'credential-1',
      requestId: 'request-1',
    });
    expect([...vendor.takenBack]).toEqual(['a', 'b']);
    expect(vendor.requests).toEqual([
      { attempt: 1, at: 0, targets: ['a', 'b'], credentialId: 'credential-1' },
    ]);
  });

  it.each([
    ['foreign', { advice: 'split', code: '80300017', rejected: new Map() }, []],
    ['misfit', { advice: 'fix', code: '80100001', rejected: new Map() }, []],
    ['invalid', { advice: 'reject', code: '80300007', rejected: new Map([['b', 'invalid']]) }, []],
    ['illegal', { advice: 'done', code: '80100000', rejected: new Map([['b', 'illegal']]) }, ['a', 'c']],
  ] as const)('refuses a bad target in its way: %s', async (kind, verdict, takenBack) => {
    const { vendor, ask } = vendorOf({ bad: badOf({ b: kind }) });
    expect(await ask('a', 'b', 'c')).toMatchObject(verdict);
    expect([...vendor.takenBack]).toEqual(takenBack);
  });

  it('refuses a batch of nothing but invalid targets as a whole', async () => {
    const { ask } = vendorOf({ bad: badOf({ a: 'invalid', b: 'invalid' }) });
    expect(await ask('a', 'b')).toMatchObject({ rejected: { wholeBatch: 'all invalid' } });
  });

  it('refuses what is above its limit, and tells it or not', async () => {
    const told = vendorOf({ limit: { targets: 2, told: true } });
    expect(await told.ask('a', 'b', 'c')).toMatchObject({ advice: 'shrink', allowedTargets: 2 });
    const untold = vendorOf({ limit: { targets: 2, told: false } });
    expect(await untold.ask('a', 'b', 'c')).not.toHaveProperty('allowedTargets');
    expect(await untold.ask('a', 'b')).toMatchObject({ advice: 'done' });
  });

  it('counts its quota in targets', async () => {
    const { clock, ask } = vendorOf({ quota: { targetsPerSecond: 2, retryAfterMs: 500 } });
    expect((await ask('a')).advice).toBe('done');
    expect(await ask('b', 'c')).toMatchObject({ advice: 'retry', about: 'quota', retryAfterMs: 500 });
    await clock.sleep(500);
    expect((await ask('b', 'c')).advice).toBe('done');
  });

  it('refuses credentials that are too old, until a new one is made', async () => {
    const { clock, vendor, ask } = vendorOf({ credential: { lifeMs: 100, clockSkewMs: 5 } });
    await clock.sleep(100);
    expect(await ask('a')).toMatchObject({ advice: 'renew', credentialId: 'credential-1', clockSkewMs: 5 });
    await vendor.renewCredential('credential-1');
    await vendor.renewCredential('credential-1');
    expect(vendor.renewals).toBe(1);
    expect(await ask('a')).toMatchObject({ advice: 'done', credentialId: 'credential-2' });
  });

  it('plays its script, attempt by attempt', async () => {
    const stop = verdictOf({ advice: 'stop', about: 'permission' });
    const { vendor, ask } = vendorOf({
      faults: (attempt) =>
        (
          [
            { kind: 'lost', failure: 'timeout', acted: true },
            { kind: 'lost', failure: 'reset', acted: false },
            { kind: 'unsent', failure: 'dns' },
            { kind: 'answer', verdict: stop },
            { kind: 'throw', error: new Error('a bug') },
          ] as const
        )[attempt - 1],
    });
    const credentialId = 'credential-1';
    expect(await ask('a')).toEqual({ ...noAnswer('timeout', { received: true }), credentialId });
    expect([...vendor.takenBack]).toEqual(['a']);
    expect(await ask('b')).toEqual({ ...noAnswer('reset', { received: true }), credentialId });
    expect(await ask('b')).toEqual({ ...noAnswer('dns', { received: false }), credentialId });
    expect(await ask('b')).toEqual({ ...stop, credentialId });
    await expect(ask('b')).rejects.toThrow('a bug');
    expect([...vendor.takenBack]).toEqual(['a']);
    expect(await ask('b')).toMatchObject({ advice: 'done' });
    expect(vendor.requests.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 6]);
  });

  it('acts half-way, so that a request given up late has been acted on', async () => {
    for (const [giveUpAt, takenBack] of [
      [40, []],
      [60, ['a']],
    ] as const) {
      const { clock, vendor } = vendorOf({ latencyMs: 100 });
      const controller = new AbortController();
      void clock.sleep(giveUpAt).then(() => controller.abort());
      const verdict = await vendor.attempt('message', batchOf(['a']), { signal: controller.signal });
      expect(verdict).toMatchObject({ failure: 'aborted', mayHaveBeenReceived: true });
      expect([...vendor.takenBack]).toEqual(takenBack);
    }
  });

  it('never answers a request that hangs, until it is given up', async () => {
    const { clock, vendor } = vendorOf({ faults: () => ({ kind: 'hang', acted: true }) });
    const controller = new AbortController();
    void clock.sleep(3_600_000).then(() => controller.abort());
    const verdict = await vendor.attempt('message', batchOf(['a']), { signal: controller.signal });
    expect(verdict.failure).toBe('aborted');
    expect(clock.monotonic()).toBe(3_600_000);
  });

  it('counts the most requests at once', async () => {
    const { vendor, ask } = vendorOf({ latencyMs: 10 });
    await ask('a');
    await Promise.all([ask('b'), ask('c'), ask('d')]);
    expect(vendor.mostAtOnce).toBe(3);
  });
});
