import { describe, expect, it } from 'vitest';
import { batchOf, readRevokeAnswer, type Verdict } from '@unpush/core';

const batch = batchOf(['good-1', 'bad-1', 'good-2', 'bad-2']);

const read = (status: number, body: unknown, contentType = 'application/json'): Verdict =>
  readRevokeAnswer(
    { status, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) },
    batch,
  );

const answer = (code: unknown, msg?: unknown) => ({ code, msg, requestId: '157000000006' });

describe('readRevokeAnswer', () => {
  it("reads the vendor's example of success", () => {
    expect(read(200, '{"code":"80000000","msg":"Success","requestId":"157000000006"}')).toEqual({
      advice: 'done',
      about: 'success',
      code: '80000000',
      message: 'Success',
      httpStatus: 200,
      requestId: '157000000006',
      rejected: new Map(),
      mayHaveBeenReceived: true,
    });
  });

  it("reads the vendor's example of failure, with the words a person needs", () => {
    const message = 'Illegal payload, The header does not contain valid push-type';
    expect(read(400, answer('80100003', message))).toMatchObject({
      advice: 'fix',
      about: 'request',
      code: '80100003',
      message,
      mayHaveBeenReceived: false,
    });
  });

  it('takes a code that is a number', () => {
    expect(read(200, answer(80000000, 'Success')).advice).toBe('done');
  });

  it.each([202, 299])('needs a 2xx for the success code: %d will do', (status) => {
    expect(read(status, answer('80000000')).advice).toBe('done');
  });

  it.each([302, 400, 401, 500, 503])('does not call the success code on HTTP %d accepted', (status) => {
    expect(read(status, answer('80000000', 'Success'))).toMatchObject({
      advice: 'retry',
      about: 'vendor-fault',
      mayHaveBeenReceived: true,
    });
  });

  it('lets a known code come before the HTTP status', () => {
    expect(read(503, answer('80300032')).advice).toBe('stop');
    expect(read(200, answer('80200005')).advice).toBe('renew');
  });

  describe('with a list of illegal tokens in the message', () => {
    const list = (detail: unknown): string => JSON.stringify(detail);

    it('of a partial success that adds up: those are refused, the rest is accepted', () => {
      const msg = list({
        illegalTokens: { tokenFormatError: ['bad-1'], noRight: ['bad-2'] },
        success: 2,
        failure: 2,
      });
      expect(read(200, answer('80100000', msg))).toMatchObject({
        advice: 'done',
        about: 'target',
        rejected: new Map([
          ['bad-1', 'tokenFormatError'],
          ['bad-2', 'noRight'],
        ]),
      });
    });

    it("bears the stray spaces of the vendor's own sample", () => {
      const msg = list({ ' illegalTokens ': { ' noRight': ['bad-1'] }, 'success ': 3, failure: 1 });
      expect(read(200, answer('80100020', msg))).toMatchObject({
        advice: 'done',
        rejected: new Map([['bad-1', 'noRight']]),
      });
    });

    it.each([
      ['too few', { illegalTokens: { noRight: ['bad-1'] }, success: 2, failure: 1 }],
      [
        'counts that say more than the names',
        { illegalTokens: { noRight: ['bad-1'] }, success: 2, failure: 2 },
      ],
      ['a name that is not ours', { illegalTokens: { noRight: ['stranger'] }, success: 3, failure: 1 }],
      ['no counts', { illegalTokens: { noRight: ['bad-1'] } }],
      ['counts that are no numbers', { illegalTokens: { noRight: ['bad-1'] }, success: 'x', failure: 1 }],
      ['no list', { success: 3, failure: 1 }],
    ])('of a partial success with %s: the batch is divided', (_, detail) => {
      expect(read(200, answer('80100000', list(detail)))).toMatchObject({
        advice: 'split',
        rejected: new Map(),
      });
    });

    it('of a partial success on a server error: it is not believed', () => {
      const msg = list({ illegalTokens: { noRight: ['bad-1'] }, success: 3, failure: 1 });
      expect(read(500, answer('80100000', msg)).advice).toBe('split');
    });

    it('of "all invalid" that names fewer: those are refused, the rest goes again', () => {
      const msg = list({ failure: 2, illegalTokens: { noRight: ['bad-1', 'bad-2'] } });
      expect(read(200, answer('80300007', msg))).toMatchObject({
        advice: 'reject',
        rejected: new Map([
          ['bad-1', 'noRight'],
          ['bad-2', 'noRight'],
        ]),
      });
    });

    it('of "all invalid" that names strangers: nobody knows which, so the batch is divided', () => {
      const msg = list({ failure: 1, illegalTokens: { noRight: ['stranger'] } });
      expect(read(200, answer('80300007', msg)).advice).toBe('split');
    });

    it('of success: those are refused all the same', () => {
      const msg = list({ illegalTokens: { noRight: ['bad-1'] } });
      expect(read(200, answer('80000000', msg))).toMatchObject({
        advice: 'done',
        rejected: new Map([['bad-1', 'noRight']]),
      });
    });

    it('never shows the tokens as the message', () => {
      const msg = list({ failure: 1, illegalTokens: { noRight: ['bad-1'] } });
      expect(read(200, answer('80300007', msg)).message).toBe('All the tokens are invalid.');
    });
  });

  it('of "all invalid" without a list: the whole batch is refused', () => {
    expect(read(400, answer('80300007', 'All the tokens are invalid.'))).toMatchObject({
      advice: 'reject',
      rejected: { wholeBatch: 'All the tokens are invalid.' },
    });
  });

  it.each([
    ['token count should within 1 and 500.', 500],
    ['token count should within {0} and {1}.', undefined],
    ['something else', undefined],
  ])('of %j reads %s as the most targets', (msg, allowed) => {
    const verdict = read(400, answer('80300010', msg));
    expect(verdict.advice).toBe('shrink');
    expect(verdict.allowedTargets).toBe(allowed);
  });

  describe('without a readable code', () => {
    it.each([
      [200, 'retry', 'vendor-fault', true],
      [400, 'fix', 'request', false],
      [401, 'renew', 'credential', false],
      [403, 'stop', undefined, false],
      [404, 'stop', undefined, false],
      [408, 'retry', 'vendor-fault', true],
      [413, 'shrink', undefined, false],
      [429, 'retry', 'quota', false],
      [500, 'retry', 'vendor-fault', true],
      [502, 'retry', 'vendor-fault', true],
      [503, 'retry', 'quota', false],
      [504, 'retry', 'vendor-fault', true],
      [302, 'stop', undefined, false],
    ])('of HTTP %d the advice is %s', (...[status, advice, about, mayHaveBeenReceived]) => {
      const verdict = read(status, '');
      expect(verdict).toMatchObject({
        advice,
        mayHaveBeenReceived,
        httpStatus: status,
        failure: 'unreadable',
      });
      if (about !== undefined) expect(verdict.about).toBe(about);
    });

    it.each(['', 'null', '[]', '"text"', '7', '{"code":', '{}', '{"code":{}}', '{"msg":"x"}'])(
      'never calls the body %j on HTTP 200 accepted',
      (body) => {
        expect(read(200, body)).toMatchObject({
          advice: 'retry',
          about: 'vendor-fault',
          mayHaveBeenReceived: true,
        });
      },
    );

    it('knows a page when it sees one', () => {
      expect(read(200, '<!doctype html><title>Sign in</title>', 'text/html').failure).toBe('html');
      expect(read(200, '  <html>', 'application/json').failure).toBe('html');
    });
  });

  describe('with a code that nobody knows', () => {
    it.each([200, 400])('on HTTP %d asks to fix, and keeps the code and the words', (status) => {
      expect(read(status, answer('89999999', 'Brand new.'))).toMatchObject({
        advice: 'fix',
        about: 'unknown',
        code: '89999999',
        message: 'Brand new.',
        requestId: '157000000006',
      });
    });

    it('lets the HTTP status decide elsewhere', () => {
      expect(read(503, answer('89999999'))).toMatchObject({
        advice: 'retry',
        about: 'quota',
        code: '89999999',
      });
      expect(read(500, answer('89999999'))).toMatchObject({ advice: 'retry', about: 'vendor-fault' });
    });
  });
});
