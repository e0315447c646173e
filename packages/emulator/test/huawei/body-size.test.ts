import { beforeAll, describe, expect, it } from 'vitest';
import { type Bench, setUp } from '../support/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await setUp();
  bench.emulator.huawei.createDevices({ clientId: '110123456', tokens: ['abc', '通知'] });
});

/** `{"notifyId":1,"token":["abc"],"x":""}` is 37 bytes, 34 of them not the token's. */
const bodyOf = (bytesWithoutTokens: number) =>
  `{"notifyId":1,"token":["abc"],"x":"${'-'.repeat(bytesWithoutTokens - 34)}"}`;

describe('a body of 4096 bytes without its tokens', () => {
  it('is what the helper above makes', () => {
    expect(bodyOf(4096)).toHaveLength(4096 + 'abc'.length);
  });

  it('passes', async () => {
    expect(await bench.revoke({ body: bodyOf(4096) })).toMatchObject({ status: 200, code: '80000000' });
  });

  it('is refused with one byte more', async () => {
    expect(await bench.revoke({ body: bodyOf(4097) })).toMatchObject({
      status: 400,
      code: '80300008',
      msg: 'Push message size is too long.',
    });
  });

  it('counts bytes as they came: white space too, and three for each of these characters', async () => {
    const spaces = (count: number) => `{"notifyId":1,${' '.repeat(count)}"token":["通知"],"x":"推送"}`;
    const bytes = Buffer.byteLength(spaces(0)) - 6;
    expect(await bench.revoke({ body: spaces(4096 - bytes) })).toMatchObject({ code: '80000000' });
    expect(await bench.revoke({ body: spaces(4097 - bytes) })).toMatchObject({ code: '80300008' });
  });
});

describe('a thousand tokens of 112 characters', () => {
  it('fit, with their quotation marks and commas: 3033 bytes without the tokens', async () => {
    const tokens = bench.emulator.huawei.createDevices({ clientId: '110123456', count: 1000 });
    const body = JSON.stringify({ notifyId: 2_147_483_647, token: tokens });
    expect(body.length - 112_000).toBe(3033);
    expect(await bench.revoke({ body })).toMatchObject({ code: '80000000' });
  });
});
