import { beforeEach, describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/index.ts';
import { type Bench, setUp } from '../support/bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
  bench.emulator.huawei.createDevices({
    clientId: '110123456',
    tokens: ['pushToken1', 'pushToken2', 'pushToken3'],
  });
});

describe('a revoke that finds nothing to take back', () => {
  it('succeeds unless told otherwise: never sent, revoked already, clicked', async () => {
    expect(await bench.revoke()).toMatchObject({ status: 200, code: '80000000' });
    bench.emulator.huawei.deliver({ clientId: '110123456', notifyId: 3114932, tokens: ['pushToken1'] });
    bench.emulator.huawei.click({ token: 'pushToken1', notifyId: 3114932 });
    expect(await bench.revoke()).toMatchObject({ status: 200, code: '80000000' });
  });

  it('is refused with the code that nothingToRevoke names, and not counted', async () => {
    bench.emulator.huawei.setBehaviour({ nothingToRevoke: '80100001' });
    expect(await bench.revoke()).toMatchObject({
      status: 400,
      code: '80100001',
      msg: 'Check Parameter Error.',
    });
    expect(bench.emulator.huawei.revocations({ clientId: '110123456', notifyId: 3114932 }).count).toBe(0);
    bench.emulator.huawei.deliver({ clientId: '110123456', notifyId: 3114932, tokens: ['pushToken2'] });
    expect(await bench.revoke()).toMatchObject({ code: '80000000' });
  });

  it('is refused with a code that no page lists, if that is what is wanted', async () => {
    bench.emulator.huawei.setBehaviour({ nothingToRevoke: '80399999' });
    expect(await bench.revoke()).toMatchObject({ status: 400, code: '80399999' });
    expect(bench.emulator.requests.list()).toMatchObject([{ code: '80399999', acted: false }]);
  });
});

describe('a revoke of another push type than was sent', () => {
  beforeEach(() => {
    bench.emulator.huawei.deliver({ clientId: '110123456', notifyId: 3114932, pushType: '2' });
  });

  it('takes the notification back', async () => {
    await bench.revoke({ headers: { 'push-type': '0' } });
    expect(bench.emulator.huawei.tray('pushToken1')).toEqual([]);
  });

  it('leaves it where otherPushType is ignore', async () => {
    bench.emulator.huawei.setBehaviour({ otherPushType: 'ignore' });
    expect(await bench.revoke({ headers: { 'push-type': '0' } })).toMatchObject({ code: '80000000' });
    expect(bench.emulator.huawei.tray('pushToken1')).toHaveLength(1);
    await bench.revoke({ headers: { 'push-type': '2' } });
    expect(bench.emulator.huawei.tray('pushToken1')).toEqual([]);
  });
});

describe('the answer', () => {
  it('has another text, a number as its code, another status, if so told', async () => {
    bench.emulator.huawei.setBehaviour({
      successMessage: 'Success.',
      codeType: 'number',
      httpStatus: { '80000000': 202 },
    });
    expect(await bench.revoke()).toMatchObject({ status: 202, code: 80000000, msg: 'Success.' });
  });

  it('has a request id of its own', async () => {
    const [one, other] = [await bench.revoke(), await bench.revoke()];
    expect(one.requestId).toMatch(/^\d+$/);
    expect(one.requestId).not.toBe(other.requestId);
  });

  it("has the emulator's time as its Date", async () => {
    expect((await bench.revoke()).headers.get('date')).toBe('Mon, 23 Nov 2026 13:00:00 GMT');
  });
});

describe('settings', () => {
  it('that do not exist are refused', () => {
    const wrong = { unknownTokens: 'perhaps' } as unknown as { unknownTokens: 'accept' }; // as from JavaScript
    expect(() => createEmulator({ huawei: wrong })).toThrow(/unknownTokens/);
    expect(() => bench.emulator.huawei.setBehaviour(wrong)).toThrow(/unknownTokens/);
  });

  it('that are not named stay as they are', () => {
    bench.emulator.huawei.setBehaviour({ codeType: 'number' });
    bench.emulator.huawei.setBehaviour({ illegalTokens: 'text' });
    expect(bench.emulator.huawei.behaviour).toMatchObject({
      codeType: 'number',
      illegalTokens: 'text',
      unknownTokens: 'partial',
    });
  });
});
