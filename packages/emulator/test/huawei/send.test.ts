import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, SEND, setUp } from '../support/bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
  bench.emulator.huawei.createDevices({ clientId: '110123456', tokens: ['pushToken1', 'pushToken2'] });
});

const notification = (changed: object) => ({
  ...SEND,
  payload: { notification: { ...SEND.payload.notification, ...changed } },
});
const to = (...token: string[]) => ({ body: { ...SEND, target: { token } } });

describe('messages:send', () => {
  it('shows the notification on the devices named, to be revoked by its notifyId', async () => {
    expect(await bench.send()).toMatchObject({ status: 200, code: '80000000', msg: 'Success' });
    expect(bench.emulator.huawei.tray('pushToken1')).toEqual([
      {
        notifyId: 7,
        pushType: '0',
        title: 'Sale',
        body: 'Everything',
        deliveredAt: 1_795_438_800_000,
        clicked: false,
      },
    ]);
    expect(bench.emulator.huawei.tray('pushToken2')).toEqual([]);
    await bench.revoke({ body: { notifyId: 7, token: ['pushToken1'] } });
    expect(bench.emulator.huawei.tray('pushToken1')).toEqual([]);
  });

  it('takes push type 2 with its extra data', async () => {
    const body = { ...SEND, payload: { ...SEND.payload, extraData: 'read me' } };
    expect(await bench.send({ body, headers: { 'push-type': '2' } })).toMatchObject({ code: '80000000' });
    expect(bench.emulator.huawei.tray('pushToken1')).toMatchObject([{ pushType: '2' }]);
    expect(await bench.send({ headers: { 'push-type': '2' } })).toMatchObject({
      status: 400,
      code: '80100003',
    });
  });

  it.each(['1', '6', '7', '10'])('says that it does not take push type %s', async (pushType) => {
    expect(await bench.send({ headers: { 'push-type': pushType } })).toMatchObject({
      code: '80100003',
      msg: `Illegal payload, the emulator does not take push-type ${pushType}, only 0 and 2`,
    });
  });

  it.each([undefined, -1])('chooses a notifyId when it is %s', async (notifyId) => {
    await bench.send({ body: notification({ notifyId }) });
    const [shown] = bench.emulator.huawei.tray('pushToken1');
    expect(shown!.notifyId).toBeGreaterThanOrEqual(0);
    expect(shown!.notifyId).toBeLessThanOrEqual(2_147_483_647);
  });

  it.each([
    { notifyId: -2 },
    { notifyId: 2_147_483_648 },
    { notifyId: 1.5 },
    { title: '' },
    { body: undefined },
    { category: undefined },
    { clickAction: {} },
  ])('refuses a notification with %j, and names the field', async (changed) => {
    const answer = await bench.send({ body: notification(changed) });
    expect(answer).toMatchObject({ status: 400, code: '80100003' });
    expect(answer.msg).toContain(`payload.notification.${Object.keys(changed)[0]!}`);
  });

  it('names unknown tokens and those of other apps', async () => {
    await bench.emulator.huawei.createApp({ clientId: '220' });
    bench.emulator.huawei.createDevices({ clientId: '220', tokens: ['theirs'] });
    const { status, code, msg } = await bench.send(to('nobodys', 'pushToken1', 'theirs'));
    expect({ status, code }).toEqual({ status: 200, code: '80100000' });
    expect(JSON.parse(msg!)).toEqual({
      illegalTokens: { tokenFormatError: ['nobodys'], noRight: ['theirs'] },
      success: 1,
      failure: 2,
    });
    expect(bench.emulator.huawei.tray('theirs')).toEqual([]);
    const refused = await bench.send(to('nobodys', 'theirs'));
    expect(refused).toMatchObject({ status: 400, code: '80300007' });
    expect(JSON.parse(refused.msg!)).toEqual({
      failure: 2,
      illegalTokens: { tokenFormatError: ['nobodys'], noRight: ['theirs'] },
    });
  });

  it('wants the project id of the key in its path', async () => {
    expect(await bench.send({ path: '/v3/110123456/messages:send' })).toMatchObject({
      status: 401,
      code: '80200001',
    });
  });

  it('measures its body without the tokens too', async () => {
    const filler = (bytes: number) => JSON.stringify({ ...SEND, x: '-'.repeat(bytes) });
    const bytes = filler(0).length - 'pushToken1'.length;
    expect(await bench.send({ body: filler(4096 - bytes) })).toMatchObject({ code: '80000000' });
    expect(await bench.send({ body: filler(4097 - bytes) })).toMatchObject({ code: '80300008' });
  });
});
