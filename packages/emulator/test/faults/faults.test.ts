import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/index.ts';
import { type Bench, setUp } from '../support/bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
  bench.emulator.huawei.createDevices({
    clientId: '110123456',
    tokens: ['pushToken1', 'pushToken2', 'pushToken3'],
  });
  bench.emulator.huawei.deliver({ clientId: '110123456', notifyId: 3114932 });
});

const script = (...faults: Fault[]) => bench.emulator.faults.set(faults);
const statuses = async (count: number) => {
  const seen: number[] = [];
  for (let turn = 0; turn < count; turn += 1) seen.push((await bench.revoke()).status);
  return seen;
};
const acted = () =>
  bench.emulator.huawei.revocations({ clientId: '110123456', notifyId: 3114932 }).times('pushToken1');
const fetch = () => bench.emulator.fetch(bench.request());

describe('a fault script', () => {
  it('says "502 twice, then good" in one line', async () => {
    script({ times: 2, action: { type: 'status', status: 502 } });
    expect(await statuses(4)).toEqual([502, 502, 200, 200]);
    expect(bench.emulator.faults.list()).toMatchObject([{ played: 2 }]);
  });

  it('plays the first line that matches and has something left', async () => {
    script(
      { times: 1, action: { type: 'status', status: 500 } },
      { skip: 1, times: 1, action: { type: 'status', status: 503 } },
    );
    expect(await statuses(4)).toEqual([500, 200, 503, 200]);
  });

  it('lets requests pass that do not match', async () => {
    script(
      { match: { operation: 'send' }, action: { type: 'status', status: 500 } },
      { match: { clientId: '7' }, action: { type: 'status', status: 500 } },
      { match: { notifyId: 8 }, action: { type: 'status', status: 500 } },
      { match: { token: 'pushToken9' }, action: { type: 'status', status: 500 } },
      { match: { minTokens: 4 }, action: { type: 'status', status: 500 } },
      {
        match: {
          operation: 'revoke',
          clientId: '110123456',
          notifyId: 3114932,
          token: 'pushToken3',
          minTokens: 3,
        },
        times: 1,
        action: { type: 'status', status: 418 },
      },
    );
    expect(await statuses(2)).toEqual([418, 200]);
  });

  it('plays by chance with the random numbers it was given', async () => {
    const draws: number[] = [];
    const own = await setUp({ random: () => draws.shift() ?? 0.9 });
    draws.push(0.2, 0.8, 0.5, 0.49);
    own.emulator.faults.set([{ probability: 0.5, action: { type: 'status', status: 502 } }]);
    const seen: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) seen.push((await own.revoke()).status);
    expect(seen.map((status) => status === 502)).toEqual([true, false, false, true]);
  });

  it('grows by add and ends by clear', async () => {
    script({ times: 1, action: { type: 'status', status: 500 } });
    bench.emulator.faults.add({ action: { type: 'status', status: 501 } });
    expect(await statuses(2)).toEqual([500, 501]);
    bench.emulator.faults.clear();
    expect(await statuses(1)).toEqual([200]);
  });

  it('refuses what is no fault', () => {
    const wrong = { action: { type: 'explode' } } as unknown as Fault; // as from JavaScript
    expect(() => script(wrong)).toThrow(/action/);
  });
});

describe('the fault', () => {
  it('status: does nothing of what was asked, unless told that it acts', async () => {
    script(
      { times: 1, action: { type: 'status', status: 502 } },
      { action: { type: 'status', status: 502, acts: true } },
    );
    await bench.revoke();
    expect(acted()).toBe(0);
    await bench.revoke();
    expect(acted()).toBe(1);
  });

  it.each([
    ['json', 'application/json', '{"status":503,"error":"HTTP 503"}'],
    ['html', 'text/html', '<html><body><h1>503</h1></body></html>'],
    ['empty', null, ''],
  ] as const)('status: has a body of %s', async (body, contentType, text) => {
    script({ action: { type: 'status', status: 503, body } });
    const response = await fetch();
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(await response.text()).toBe(text);
  });

  it('status: says when to come again, in seconds or as a date', async () => {
    script(
      { times: 1, action: { type: 'status', status: 503, retryAfter: { seconds: 30 } } },
      { action: { type: 'status', status: 503, retryAfter: { seconds: 30, as: 'date' } } },
    );
    expect((await fetch()).headers.get('retry-after')).toBe('30');
    expect((await fetch()).headers.get('retry-after')).toBe('Mon, 23 Nov 2026 13:00:30 GMT');
  });

  it('code: comes with the HTTP status that belongs to it, or with another', async () => {
    script(
      { times: 1, action: { type: 'code', code: '80300017' } },
      { action: { type: 'code', code: '80999999', message: 'New.', status: 200 } },
    );
    expect(await bench.revoke()).toMatchObject({
      status: 400,
      code: '80300017',
      msg: 'Token app count should not exceed 1.',
    });
    expect(await bench.revoke()).toMatchObject({ status: 200, code: '80999999', msg: 'New.' });
    expect(acted()).toBe(0);
  });

  it('latency: answers late, and acts at once', async () => {
    script({ action: { type: 'latency', ms: 250 } }, { times: 1, action: { type: 'status', status: 502 } });
    expect(await statuses(2)).toEqual([502, 200]);
    expect(bench.clock.slept).toEqual([250, 250]);
    expect(bench.emulator.requests.list()[1]!.receivedAt).toBe(1_795_438_800_250);
  });

  it('clock: puts the Date wrong, and with it the judgement of a JWT', async () => {
    script({ action: { type: 'clock', offsetMs: 3_600_000 } });
    const answer = await bench.revoke();
    expect(answer).toMatchObject({ status: 401, code: '80200005' });
    expect(answer.headers.get('date')).toBe('Mon, 23 Nov 2026 14:00:00 GMT');
    script({ action: { type: 'clock', offsetMs: -60_000 } });
    expect(await bench.revoke()).toMatchObject({ status: 401, code: '80200001' });
  });

  it('reset before: rejects as fetch does, and nothing was done', async () => {
    script({ action: { type: 'reset', when: 'before' } });
    await expect(fetch()).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } });
    expect(acted()).toBe(0);
  });

  it('reset after: rejects alike, and it was done', async () => {
    script({ action: { type: 'reset', when: 'after' } });
    await expect(fetch()).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } });
    expect(acted()).toBe(1);
    expect(bench.emulator.huawei.tray('pushToken1')).toEqual([]);
  });

  it('truncate: announces the whole and sends a part', async () => {
    script({ action: { type: 'truncate', keepBytes: 10 } });
    const response = await fetch();
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(50);
    const reader = response.body!.getReader();
    const first = (await reader.read()) as { readonly value: Uint8Array }; // the types say any
    expect(new TextDecoder().decode(first.value)).toBe('{"code":"8');
    await expect(reader.read()).rejects.toThrow('terminated');
    expect(acted()).toBe(1);
  });

  it('non-json: a page with status 200', async () => {
    script({ action: { type: 'non-json' } });
    const response = await fetch();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(await response.text()).toContain('<html>');
  });

  it('stall: waits until the caller gives up', async () => {
    script({ action: { type: 'stall' } });
    const abort = new AbortController();
    const waiting = bench.emulator.fetch(new Request(bench.request(), { signal: abort.signal }));
    await expect(Promise.race([waiting, Promise.resolve('still waiting')])).resolves.toBe('still waiting');
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(acted()).toBe(0);
  });

  it('is a value to whoever owns the socket', async () => {
    const kinds: string[] = [];
    for (const action of [
      { type: 'reset', when: 'after' },
      { type: 'truncate' },
      { type: 'stall' },
    ] as const) {
      script({ action });
      kinds.push((await bench.emulator.exchange(bench.request())).kind);
    }
    expect(kinds).toEqual(['reset', 'cut', 'stall']);
  });
});

describe('the record of a request', () => {
  it('holds what came and what became of it, never the Authorization or the tokens', async () => {
    script({ times: 1, action: { type: 'reset', when: 'after' } });
    await expect(fetch()).rejects.toThrow();
    await bench.revoke();
    const shared = {
      vendor: 'huawei',
      operation: 'revoke',
      method: 'POST',
      path: '/v1/110123456/messages:revoke',
      id: '110123456',
      pushType: '0',
      notifyId: 3114932,
      tokenCount: 3,
      bodyBytes: 69,
      credential: {
        keyId: bench.app.serviceAccount.key_id,
        issuedAt: 1_795_438_800,
        expiresAt: 1_795_442_400,
      },
      receivedAt: 1_795_438_800_000,
      acted: true,
    };
    expect(bench.emulator.requests.list()).toEqual([
      { ...shared, fault: 'reset' },
      { ...shared, status: 200, code: '80000000', requestId: expect.stringMatching(/^\d+$/) as string },
    ]);
    expect(JSON.stringify(bench.emulator.requests.list())).not.toContain(bench.jwt.split('.')[2]);
  });

  it('holds the tokens if so told, and only the latest requests', async () => {
    const own = await setUp({ keepTokens: true, keepRequests: 2 });
    for (const notifyId of [1, 2, 3, 4, 5]) await own.revoke({ body: { notifyId, token: ['x'] } });
    expect(own.emulator.requests.list()).toMatchObject([
      { notifyId: 4, tokens: ['x'] },
      { notifyId: 5, tokens: ['x'] },
    ]);
    own.emulator.requests.clear();
    expect(own.emulator.requests.list()).toEqual([]);
  });
});
