import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, setUp } from '../support/bench.ts';

const EXAMPLE = `{
  "notifyId": 3114932,
  "token": [
    "pushToken1",
    "pushToken2",
    "pushToken3"
  ]
}`;

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
  bench.emulator.huawei.createDevices({
    clientId: '110123456',
    tokens: ['pushToken1', 'pushToken2', 'pushToken3'],
  });
});

describe("the request example of the vendor's page", () => {
  it('is answered with the response example', async () => {
    const response = await bench.emulator.fetch(bench.request({ body: EXAMPLE }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      code: '80000000',
      msg: 'Success',
      requestId: expect.stringMatching(/^\d{13,}$/) as string,
    });
  });

  it('takes the notification from the three devices', async () => {
    bench.emulator.huawei.deliver({ clientId: '110123456', notifyId: 3114932, title: 'Oops' });
    expect(bench.emulator.huawei.tray('pushToken2').map(({ title }) => title)).toEqual(['Oops']);
    await bench.revoke({ body: EXAMPLE });
    expect(bench.emulator.huawei.tray('pushToken1')).toEqual([]);
    expect(bench.emulator.huawei.tray('pushToken2')).toEqual([]);
    expect(bench.emulator.huawei.tray('pushToken3')).toEqual([]);
  });

  it('without a push-type is answered with the example of a failure', async () => {
    const answer = await bench.revoke({ headers: { 'push-type': undefined } });
    expect(answer).toMatchObject({
      status: 400,
      code: '80100003',
      msg: 'Illegal payload, The header does not contain valid push-type',
    });
  });
});

describe('push-type of a revoke', () => {
  it.each(['1', '6', '7', '10', '', '00', 'notification', '0,2'])('refuses %j', async (pushType) => {
    const answer = await bench.revoke({ headers: { 'push-type': pushType } });
    expect(answer).toMatchObject({
      code: '80100003',
      msg: 'Illegal payload, The header does not contain valid push-type',
    });
  });

  it.each(['0', '2'])('takes %s', async (pushType) => {
    expect(await bench.revoke({ headers: { 'push-type': pushType } })).toMatchObject({ code: '80000000' });
  });
});

describe('notifyId', () => {
  const revoke = (notifyId: string) =>
    bench.revoke({ body: `{"notifyId":${notifyId},"token":["pushToken1"]}` });

  it.each(['0', '1', '3114932', '2147483647'])('may be %s', async (notifyId) => {
    expect(await revoke(notifyId)).toMatchObject({ status: 200, code: '80000000' });
  });

  it.each(['-1', '2147483648', '9007199254740993'])('may not be %s', async (notifyId) => {
    expect(await revoke(notifyId)).toMatchObject({
      status: 400,
      code: '80100003',
      msg: 'Illegal payload, notifyId value ranges from 0 to 2147483647',
    });
  });

  it.each(['1.5', '"3114932"', 'true', '[1]', '{}'])('is not an integer as %s', async (notifyId) => {
    expect(await revoke(notifyId)).toMatchObject({
      code: '80100003',
      msg: 'Illegal payload, notifyId must be an integer',
    });
  });

  it.each(['{"token":["pushToken1"]}', '{"notifyId":null,"token":["pushToken1"]}'])(
    'is mandatory: %s',
    async (body) => {
      expect(await bench.revoke({ body })).toMatchObject({
        status: 400,
        code: '80100001',
        msg: 'Check Parameter Error. notifyId is mandatory.',
      });
    },
  );

  it('0 takes back the notification 0', async () => {
    bench.emulator.huawei.deliver({ clientId: '110123456', notifyId: 0 });
    await revoke('0');
    expect(bench.emulator.huawei.tray('pushToken1')).toEqual([]);
    expect(bench.emulator.huawei.tray('pushToken2')).toHaveLength(1);
  });
});

describe('the body', () => {
  it.each(['', '{', '[]', 'null', '"x"', '7', '{"notifyId":1,"token":["pushToken1"]'])(
    'must be a JSON object, not %j',
    async (body) => {
      expect(await bench.revoke({ body })).toMatchObject({
        status: 400,
        code: '80100003',
        msg: 'Illegal payload, the body must be a JSON object',
      });
    },
  );

  it.each(['"pushToken1"', '{"0":"pushToken1"}', '[1]', '["pushToken1",null]'])(
    'has an array of strings, not %s, as its token',
    async (token) => {
      expect(await bench.revoke({ body: `{"notifyId":1,"token":${token}}` })).toMatchObject({
        code: '80100003',
        msg: 'Illegal payload, token must be an array of strings',
      });
    },
  );
});
