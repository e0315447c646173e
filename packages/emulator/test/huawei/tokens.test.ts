import { beforeEach, describe, expect, it } from 'vitest';
import type { HuaweiBehaviourOptions } from '../../src/index.ts';
import { type Bench, setUp } from '../support/bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
  const { huawei } = bench.emulator;
  huawei.createDevices({ clientId: '110123456', tokens: ['mine-1', 'mine-2'] });
  await huawei.createApp({ clientId: '220', serviceAccount: bench.app.serviceAccount });
  huawei.createDevices({ clientId: '220', tokens: ['theirs-1', 'theirs-2'] });
  await huawei.createApp({ clientId: '330', serviceAccount: bench.app.serviceAccount });
  huawei.createDevices({ clientId: '330', tokens: ['others-1'] });
  huawei.deliver({ clientId: '110123456', notifyId: 5 });
});

const revoke = (token: readonly string[], behaviour: HuaweiBehaviourOptions = {}) => {
  bench.emulator.huawei.setBehaviour(behaviour);
  return bench.revoke({ body: { notifyId: 5, token } });
};
const shown = (token: string) => bench.emulator.huawei.tray(token).length === 1;
const times = (token: string) =>
  bench.emulator.huawei.revocations({ clientId: '110123456', notifyId: 5 }).times(token);

describe('token count', () => {
  it.each([
    '{"notifyId":5,"token":[]}',
    '{"notifyId":5}',
    '{"notifyId":5,"tokens":["mine-1"]}',
    '{"notifyId":5,"token":null}',
  ])('is 0 in %s', async (body) => {
    expect(await bench.revoke({ body })).toMatchObject({
      status: 400,
      code: '80300010',
      msg: 'token count should within 1 and 1000.',
    });
  });

  it('may be 1000, not 1001', async () => {
    const tokens = bench.emulator.huawei.createDevices({ clientId: '110123456', count: 1001 });
    expect(await revoke(tokens.slice(0, 1000))).toMatchObject({ code: '80000000' });
    expect(await revoke(tokens)).toMatchObject({ code: '80300010' });
    expect(times(tokens[1000]!)).toBe(0);
  });
});

describe('tokens of other apps', () => {
  it('80300028 when all are of one other app', async () => {
    expect(await revoke(['theirs-1', 'theirs-2'])).toMatchObject({
      status: 400,
      code: '80300028',
      msg: 'Token app mismatch with specify app.',
    });
  });

  it.each([[['mine-1', 'theirs-1']], [['theirs-1', 'others-1']], [['mine-1', 'nobodys', 'others-1']]])(
    '80300017 when %j are of several',
    async (tokens) => {
      expect(await revoke(tokens)).toMatchObject({
        status: 400,
        code: '80300017',
        msg: 'Token app count should not exceed 1.',
      });
      expect(shown('mine-1')).toBe(true);
    },
  );

  it('80300028 when the rest is unknown', async () => {
    expect(await revoke(['nobodys', 'theirs-1'])).toMatchObject({ code: '80300028' });
  });
});

describe('only unknown tokens', () => {
  it('80300007 with the list, as messages:send words it', async () => {
    const { status, code, msg } = await revoke(['nobodys', 'nobodys-2']);
    expect({ status, code }).toEqual({ status: 400, code: '80300007' });
    expect(JSON.parse(msg!)).toEqual({
      failure: 2,
      illegalTokens: { tokenFormatError: ['nobodys', 'nobodys-2'] },
    });
  });

  it('80300007 in bare text if so told', async () => {
    expect(await revoke(['nobodys'], { illegalTokens: 'text' })).toMatchObject({
      msg: 'All the tokens are invalid.',
    });
  });

  it('a success where unknown tokens are accepted', async () => {
    expect(await revoke(['nobodys'], { unknownTokens: 'accept' })).toMatchObject({
      status: 200,
      code: '80000000',
    });
    expect(times('nobodys')).toBe(1);
  });
});

describe('some unknown tokens', () => {
  it('partial: the others are revoked, and the list says how many', async () => {
    const { status, code, msg } = await revoke(['mine-1', 'nobodys']);
    expect({ status, code }).toEqual({ status: 200, code: '80100020' });
    expect(JSON.parse(msg!)).toEqual({
      illegalTokens: { tokenFormatError: ['nobodys'] },
      success: 1,
      failure: 1,
    });
    expect([shown('mine-1'), shown('mine-2')]).toEqual([false, true]);
    expect([times('mine-1'), times('mine-2'), times('nobodys')]).toEqual([1, 0, 0]);
  });

  it('partial, in bare text, under the code of messages:send', async () => {
    expect(
      await revoke(['mine-1', 'nobodys'], { illegalTokens: 'text', partialCode: '80100000' }),
    ).toMatchObject({
      status: 200,
      code: '80100000',
      msg: 'Check Parameter Partial Success.',
    });
    expect(shown('mine-1')).toBe(false);
  });

  it('accept: a success, and counted', async () => {
    expect(await revoke(['mine-1', 'nobodys'], { unknownTokens: 'accept' })).toMatchObject({
      code: '80000000',
    });
    expect([shown('mine-1'), times('mine-1'), times('nobodys')]).toEqual([false, 1, 1]);
  });

  it('accept without remembering strangers: their number only, each time they come', async () => {
    bench = await setUp({ rememberStrangers: false });
    bench.emulator.huawei.createDevices({ clientId: '110123456', tokens: ['mine-1'] });
    await revoke(['mine-1', 'nobodys'], { unknownTokens: 'accept' });
    await revoke(['mine-1', 'nobodys']);
    const revocations = bench.emulator.huawei.revocations({ clientId: '110123456', notifyId: 5 });
    expect(revocations.count).toBe(3);
    expect([...revocations.entries()]).toEqual([['mine-1', 2]]);
    expect(revocations.times('nobodys')).toBe(0);
  });

  it('refuse: 80300007 names them, and nothing is done', async () => {
    const { code, msg } = await revoke(['mine-1', 'nobodys'], {
      unknownTokens: 'refuse',
      illegalTokenReason: 'noRight',
    });
    expect(code).toBe('80300007');
    expect(JSON.parse(msg!)).toEqual({ failure: 1, illegalTokens: { noRight: ['nobodys'] } });
    expect([shown('mine-1'), times('mine-1')]).toEqual([true, 0]);
  });
});
