import { beforeEach, describe, expect, it } from 'vitest';
import { ConflictError, NotFoundError } from '../src/index.ts';
import { type Bench, setUp } from './support/bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
  bench.emulator.huawei.createDevices({ clientId: '110123456', tokens: ['a', 'b', 'c'] });
});

const deliver = (notifyId: number, title: string, tokens?: readonly string[]) =>
  bench.emulator.huawei.deliver({
    clientId: '110123456',
    notifyId,
    title,
    ...(tokens === undefined ? {} : { tokens }),
  });
const titles = (token: string) => bench.emulator.huawei.tray(token).map(({ title }) => title);
const revoke = (notifyId: number, ...token: string[]) => bench.revoke({ body: { notifyId, token } });

describe('a tray', () => {
  it('shows what was delivered to its device, the newest first', () => {
    deliver(1, 'to all');
    bench.clock.advance(1000);
    deliver(2, 'to a and c', ['a', 'c']);
    expect(titles('a')).toEqual(['to a and c', 'to all']);
    expect(titles('b')).toEqual(['to all']);
  });

  it('shows a later notification with the same notifyId in place of the earlier', () => {
    deliver(1, 'first');
    deliver(1, 'second', ['b']);
    expect([titles('a'), titles('b')]).toEqual([['first'], ['second']]);
    deliver(1, 'third');
    expect([titles('a'), titles('b')]).toEqual([['third'], ['third']]);
  });

  it('of a device that came later does not show what was delivered to all before', () => {
    deliver(1, 'to all');
    bench.emulator.huawei.createDevices({ clientId: '110123456', tokens: ['late'] });
    expect(titles('late')).toEqual([]);
    deliver(2, 'to all again');
    expect(titles('late')).toEqual(['to all again']);
  });

  it('of one app shows nothing of another app, though the notifyId is the same', async () => {
    await bench.emulator.huawei.createApp({ clientId: '220' });
    bench.emulator.huawei.createDevices({ clientId: '220', tokens: ['theirs'] });
    bench.emulator.huawei.deliver({ clientId: '220', notifyId: 1, title: 'theirs' });
    deliver(1, 'ours');
    await revoke(1, 'a');
    expect([titles('theirs'), titles('a'), titles('b')]).toEqual([['theirs'], [], ['ours']]);
  });
});

describe('a revoke', () => {
  it('removes the notification from the devices named, and only that one', async () => {
    deliver(1, 'wrong');
    deliver(2, 'right');
    await revoke(1, 'a', 'b');
    expect([titles('a'), titles('b'), titles('c')]).toEqual([['right'], ['right'], ['wrong', 'right']]);
  });

  it('leaves one that was clicked', async () => {
    deliver(1, 'wrong');
    expect(bench.emulator.huawei.click({ token: 'a', notifyId: 1 })).toBe(true);
    await revoke(1, 'a', 'b');
    expect(bench.emulator.huawei.tray('a')).toMatchObject([{ title: 'wrong', clicked: true }]);
    expect(titles('b')).toEqual([]);
  });

  it('removes what was delivered again, be the earlier one clicked or revoked', async () => {
    deliver(1, 'wrong');
    bench.emulator.huawei.click({ token: 'a', notifyId: 1 });
    await revoke(1, 'b');
    deliver(1, 'wrong again');
    expect([titles('a'), titles('b')]).toEqual([['wrong again'], ['wrong again']]);
    await revoke(1, 'a', 'b');
    expect([titles('a'), titles('b')]).toEqual([[], []]);
  });

  it('that was taken back cannot be clicked', async () => {
    deliver(1, 'wrong');
    await revoke(1, 'a');
    expect(bench.emulator.huawei.click({ token: 'a', notifyId: 1 })).toBe(false);
    expect(bench.emulator.huawei.click({ token: 'a', notifyId: 99 })).toBe(false);
  });
});

describe('revocations', () => {
  it('say how often each token was accepted, clicked or not', async () => {
    deliver(1, 'wrong');
    bench.emulator.huawei.click({ token: 'a', notifyId: 1 });
    await revoke(1, 'a', 'b');
    await revoke(1, 'b');
    const revocations = bench.emulator.huawei.revocations({ clientId: '110123456', notifyId: 1 });
    expect([...revocations.entries()]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(revocations.count).toBe(2);
    expect([revocations.times('b'), revocations.times('c'), revocations.times('nobodys')]).toEqual([2, 0, 0]);
  });

  it('say nothing of a refused request', async () => {
    await bench.revoke({ body: { notifyId: 1, token: ['a'] }, headers: { authorization: '' } });
    expect(bench.emulator.huawei.revocations({ clientId: '110123456', notifyId: 1 }).count).toBe(0);
  });
});

describe('what does not exist', () => {
  it('is named', () => {
    const { huawei } = bench.emulator;
    expect(() => huawei.tray('nobodys')).toThrow(NotFoundError);
    expect(() => huawei.deliver({ clientId: '1', notifyId: 1 })).toThrow('there is no app 1');
    expect(() => deliver(1, 'x', ['nobodys'])).toThrow(NotFoundError);
  });

  it('is not taken over from another app', async () => {
    const { huawei } = bench.emulator;
    await huawei.createApp({ clientId: '220' });
    expect(() => huawei.createDevices({ clientId: '220', tokens: ['new', 'b'] })).toThrow(
      'tokens[1] belongs to another app',
    );
    expect(huawei.deviceCount('220')).toBe(0);
    await expect(huawei.createApp({ clientId: '220' })).rejects.toThrow(ConflictError);
  });
});

describe('a hundred thousand devices', () => {
  it('are told and revoked in moments, and each is accounted for', async () => {
    const { huawei } = bench.emulator;
    const tokens = huawei.createDevices({ clientId: '110123456', count: 100_000 });
    expect(new Set(tokens).size).toBe(100_000);
    expect(tokens[99_999]).toMatch(/^MAAA[A-Za-z0-9_-]{108}$/);
    huawei.deliver({ clientId: '110123456', notifyId: 1 });
    huawei.click({ token: tokens[70_000]!, notifyId: 1 });
    for (let start = 0; start < tokens.length; start += 1000) {
      expect(await revoke(1, ...tokens.slice(start, start + 1000))).toMatchObject({ code: '80000000' });
    }
    const revocations = huawei.revocations({ clientId: '110123456', notifyId: 1 });
    expect(revocations.count).toBe(100_000);
    expect(tokens.filter((token) => titles(token).length > 0)).toEqual([tokens[70_000]]);
    expect(titles('a')).toEqual(['Hello']);
  });
});
