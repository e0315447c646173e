import { describe, expect, it } from 'vitest';
import { batchOf, buildRevoke, InvalidRequestError, type HuaweiSelector } from '@unpush/core';

const clientId = '104012345';
const selector: HuaweiSelector = { notifyId: 3114932, pushType: 'notification' };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Calls with what TypeScript would refuse, as a JavaScript caller can. */
const build = (notifyId: unknown, pushType: unknown = 'notification') =>
  buildRevoke({ clientId, selector: { notifyId, pushType } as HuaweiSelector, batch: batchOf(['t']) });

describe('buildRevoke', () => {
  it("makes the vendor's own example", () => {
    const batch = batchOf(['pushToken1', 'pushToken2', 'pushToken3']);
    const request = buildRevoke({ clientId, selector, batch });
    expect(request.method).toBe('POST');
    expect(request.path).toBe('/v1/104012345/messages:revoke');
    expect(request.headers).toEqual({ 'content-type': 'application/json', 'push-type': '0' });
    expect(text(request.body)).toBe('{"notifyId":3114932,"token":["pushToken1","pushToken2","pushToken3"]}');
  });

  it('keeps a notifyId of 0', () => {
    expect(text(build(0).body)).toBe('{"notifyId":0,"token":["t"]}');
  });

  it('takes the largest notifyId', () => {
    expect(text(build(2147483647).body)).toBe('{"notifyId":2147483647,"token":["t"]}');
  });

  it.each([
    [-1, 'notifyId: must be 0 or more, but is the number -1'],
    [2147483648, 'notifyId: must be 2147483647 or less, but is the number 2147483648'],
    [3.5, 'notifyId: must be an integer from 0 to 2147483647, but is the number 3.5'],
    ['7', 'notifyId: must be an integer from 0 to 2147483647, but is the string "7"'],
    [Number.NaN, 'notifyId: must be an integer from 0 to 2147483647, but is the number NaN'],
    [undefined, 'notifyId: must be an integer from 0 to 2147483647, but is missing'],
    [null, 'notifyId: must be an integer from 0 to 2147483647, but is null'],
  ])('refuses the notifyId %s', (notifyId, message) => {
    expect(() => build(notifyId)).toThrow(
      new InvalidRequestError([{ field: 'notifyId', problem: message.slice(10) }]),
    );
  });

  it.each([
    ['notification', '0'],
    [0, '0'],
    ['extension', '2'],
    [2, '2'],
  ])('sends the push type %s as %s', (pushType, header) => {
    expect(build(1, pushType).headers['push-type']).toBe(header);
  });

  it.each([1, 6, 7, 10, '0', 'card', null])(
    'refuses the push type %s, which cannot be revoked',
    (pushType) => {
      expect(() => build(1, pushType)).toThrow(
        /^pushType: must be "notification" \(0\) or "extension" \(2\), the two types that can be revoked, but is /,
      );
    },
  );

  it.each([1, 1000])('takes %d tokens', (count) => {
    const tokens = Array.from({ length: count }, (_, index) => `token-${index}`);
    const { body } = buildRevoke({ clientId, selector, batch: batchOf(tokens) });
    expect(JSON.parse(text(body))).toEqual({ notifyId: 3114932, token: tokens });
  });

  it.each([
    [0, 'tokens: must be 1 to 1000 tokens a request, but are 0: give at least one token'],
    [
      1001,
      'tokens: must be 1 to 1000 tokens a request, but are 1001: divide them, or use a recall, which does so',
    ],
  ])('refuses %d tokens', (count, message) => {
    const batch = batchOf(Array.from({ length: count }, (_, index) => `token-${index}`));
    expect(() => buildRevoke({ clientId, selector, batch })).toThrow(message);
  });

  it('stays far below 4096 bytes without the tokens, with as many tokens as there may be', () => {
    const batch = batchOf(Array.from({ length: 1000 }, () => 'x'.repeat(200)));
    const { body } = buildRevoke({
      clientId,
      selector: { notifyId: 2147483647, pushType: 'extension' },
      batch,
    });
    // {"notifyId":2147483647,"token":[ and ]} are 34 bytes, and a token brings two quotes and, but for one, a comma
    expect(body.length - 200_000).toBe(34 + 2000 + 999);
  });

  it('escapes quotes and keeps characters of several bytes', () => {
    const { body } = buildRevoke({ clientId, selector, batch: batchOf(['a"b', '推送🔔']) });
    expect(text(body)).toBe('{"notifyId":3114932,"token":["a\\"b","推送🔔"]}');
  });

  it('writes the body into memory that it is given, whatever is in that', () => {
    const memory = new Uint8Array(100).fill(0x58);
    const asked: number[] = [];
    const into = (bytes: number) => {
      asked.push(bytes);
      return memory;
    };
    const { body } = buildRevoke({ clientId, selector, batch: batchOf(['a', 'b']), into });
    expect(text(body)).toBe('{"notifyId":3114932,"token":["a","b"]}');
    expect(asked).toEqual([38]);
    expect(body.buffer).toBe(memory.buffer);
  });

  it.each(['', 'a/b', '../v1', 'a b', 'a?b', 'ключ'])('refuses the client id %j', (wrong) => {
    expect(() => buildRevoke({ clientId: wrong, selector, batch: batchOf(['t']) })).toThrow(
      /^clientId: must be the app's client id from AppGallery Connect/,
    );
  });
});
