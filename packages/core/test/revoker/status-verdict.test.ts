import { describe, expect, it } from 'vitest';
// Not for users: each vendor's reader of answers stands on it
import { verdictOfStatus } from '../../src/revoker/status-verdict.ts';

const of = (status: number, body = ''): ReturnType<typeof verdictOfStatus> =>
  verdictOfStatus({ vendor: 'huawei', answer: { status, body } });

const coded = (status: number): ReturnType<typeof verdictOfStatus> =>
  verdictOfStatus({
    vendor: 'huawei',
    answer: { status, body: '{}' },
    body: { code: '89999999', message: 'Brand new.', requestId: '157' },
  });

describe('verdictOfStatus', () => {
  it('of a success without a code asks again, because it may have been done', () => {
    expect(of(200)).toEqual({
      advice: 'retry',
      about: 'vendor-fault',
      httpStatus: 200,
      rejected: new Map(),
      mayHaveBeenReceived: true,
      failure: 'unreadable',
    });
  });

  it('keeps what could be read, and calls a code no failure', () => {
    expect(coded(400)).toEqual({
      advice: 'fix',
      about: 'unknown',
      httpStatus: 400,
      code: '89999999',
      message: 'Brand new.',
      requestId: '157',
      rejected: new Map(),
      mayHaveBeenReceived: false,
    });
  });

  it.each([
    [400, 'fix', 'request', false],
    [401, 'renew', 'credential', false],
    [408, 'retry', 'vendor-fault', true],
    [418, 'fix', 'unknown', false],
    [429, 'retry', 'quota', false],
    [500, 'retry', 'vendor-fault', true],
    [503, 'retry', 'quota', false],
    [599, 'retry', 'vendor-fault', true],
  ])(
    'of a bare %d: %s, about %s, perhaps received: %s',
    (...[status, advice, about, mayHaveBeenReceived]) => {
      expect(of(status)).toMatchObject({ advice, about, mayHaveBeenReceived, httpStatus: status });
    },
  );

  it.each([
    [200, 'fix', 'unknown'],
    [400, 'fix', 'unknown'],
    [401, 'renew', 'credential'],
    [500, 'retry', 'vendor-fault'],
    [503, 'retry', 'quota'],
  ])('of %d with a code that nobody knows: %s, about %s', (status, advice, about) => {
    expect(coded(status)).toMatchObject({ advice, about });
  });

  it.each([
    ['text/html; charset=utf-8', 'Sign in', 'html'],
    ['application/json', '\n <html>', 'html'],
    ['application/json', '{', 'unreadable'],
    ['text/plain', 'upstream error', 'unreadable'],
  ])('of %s with %j: %s', (contentType, body, failure) => {
    const answer = { status: 502, contentType, body };
    expect(verdictOfStatus({ vendor: 'huawei', answer }).failure).toBe(failure);
  });
});
