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
      ['a list of another shape', { illegalTokens: ['bad-1'], success: 3, failure: 1 }],
    ])('of a partial success with %s: the batch is divided, and some of it was taken', (_, detail) => {
      expect(read(200, answer('80100000', list(detail)))).toMatchObject({
        advice: 'split',
        rejected: new Map(),
        mayHaveBeenReceived: true,
      });
    });

    it.each([200, 202, 400])('of a partial success on HTTP %d: it is believed', (status) => {
      const msg = list({ illegalTokens: { noRight: ['bad-1'] }, success: 3, failure: 1 });
      expect(read(status, answer('80100000', msg))).toMatchObject({
        advice: 'done',
        rejected: new Map([['bad-1', 'noRight']]),
      });
    });

    it.each([401, 403, 500, 503])('of a partial success on HTTP %d: it is not believed', (status) => {
      const msg = list({ illegalTokens: { noRight: ['bad-1'] }, success: 3, failure: 1 });
      expect(read(status, answer('80100000', msg))).toMatchObject({ advice: 'split', rejected: new Map() });
    });

    it('takes tokens with stray spaces, and the name as the older API wrote it', () => {
      const msg = list({ illegal_tokens: { noRight: [' bad-1 ', 'bad-2\n'] }, success: '2', failure: 2 });
      expect(read(200, answer('80100000', msg))).toMatchObject({
        advice: 'done',
        rejected: new Map([
          ['bad-1', 'noRight'],
          ['bad-2', 'noRight'],
        ]),
      });
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

    it.each([
      ['names a stranger', { illegalTokens: { noRight: ['stranger'] } }],
      ['counts more refused than it names', { illegalTokens: { noRight: ['bad-1'] }, failure: 2 }],
      ['counts fewer taken than it leaves', { illegalTokens: { noRight: ['bad-1'] }, success: 2 }],
      ['counts refused and names none', { success: 3, failure: 1 }],
      ['has a list without reasons', { illegalTokens: ['bad-1'] }],
      ['has a list in the older spelling without reasons', { ' illegal_tokens': ['bad-1'] }],
      ['has a list of something else', { illegalTokens: { noRight: 'bad-1' } }],
    ])('of success that %s: not accepted, and perhaps taken', (_, detail) => {
      expect(read(200, answer('80000000', list(detail)))).toMatchObject({
        advice: 'split',
        about: 'target',
        rejected: new Map(),
        mayHaveBeenReceived: true,
      });
    });

    it('of success that breaks off: not accepted', () => {
      const verdict = read(200, answer('80000000', '{"illegalTokens":{"noRight":["bad-1"'));
      expect(verdict).toMatchObject({ advice: 'split', message: 'Success.' });
    });

    it.each([
      ['nobody', { illegalTokens: {}, success: 4, failure: 0 }],
      ['nothing', { illegalTokens: null, success: null, failure: null }],
      ['an empty array', { illegalTokens: [] }],
      ['no list at all', { note: 'x' }],
    ])('of success that names %s: accepted', (_, detail) => {
      expect(read(200, answer('80000000', list(detail)))).toMatchObject({
        advice: 'done',
        rejected: new Map(),
      });
    });

    it('never shows the tokens as the message', () => {
      for (const illegalTokens of [{ noRight: ['bad-1'] }, ['bad-1']]) {
        const msg = list({ failure: 1, illegalTokens });
        expect(read(200, answer('80300007', msg)).message).toBe('All the tokens are invalid.');
      }
    });
  });

  describe('of a partial success without a list', () => {
    it.each(['80100000', '80100020'])('%s of several: some were taken, and which nobody knows', (code) => {
      expect(read(200, answer(code, 'Check Parameter Partial Success.'))).toMatchObject({
        advice: 'split',
        mayHaveBeenReceived: true,
      });
    });

    it.each(['80100000', '80100020'])('%s of a single target: it was refused', (code) => {
      const body = JSON.stringify(answer(code, 'Check Parameter Partial Success.'));
      expect(readRevokeAnswer({ status: 200, body }, batchOf(['bad-1']))).toMatchObject({
        advice: 'split',
        mayHaveBeenReceived: false,
      });
    });
  });

  it('of a partial success of a single target that is counted as taken: it may have been', () => {
    const msg = '{"illegalTokens":{"noRight":["stranger"]},"success":1,"failure":1}';
    expect(
      readRevokeAnswer({ status: 200, body: JSON.stringify(answer('80100020', msg)) }, batchOf(['good-1'])),
    ).toMatchObject({ advice: 'split', mayHaveBeenReceived: true });
  });

  describe('with words that a stranger may have chosen', () => {
    const jwt = 'eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxMDEifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ';
    const token = 'MAAAAABdummydummydummydummydummy0123';

    it.each([
      ['a known code', '80100003', `Illegal payload, ${token} Bearer ${jwt}`],
      ['an unknown code', '89999999', `Illegal payload, ${token} Bearer ${jwt}`],
    ])('masks tokens and JWT in the message of %s', (_, code, msg) => {
      expect(read(400, answer(code, msg)).message).toBe('Illegal payload, MAAAAA…0123 Bearer «token»');
    });

    it('masks them in code and requestId', () => {
      expect(read(400, { code: jwt, requestId: token })).toMatchObject({
        code: '«token»',
        requestId: 'MAAAAA…0123',
      });
      expect(read(400, { code: '80300032', requestId: `Bearer ${jwt}` }).requestId).toBe('Bearer «token»');
    });

    it('masks them as the reason for a whole batch, and in the reasons of a list', () => {
      expect(read(400, answer('80300007', `${token} is bad`)).rejected).toEqual({
        wholeBatch: 'MAAAAA…0123 is bad',
      });
      const msg = JSON.stringify({ illegalTokens: { [`no\u001bRight ${token}`]: ['bad-1'] } });
      expect(read(200, answer('80000000', msg)).rejected).toEqual(
        new Map([['bad-1', 'no Right MAAAAA…0123']]),
      );
    });

    it('cuts code and requestId at 64 characters and the message at 500', () => {
      const verdict = read(400, {
        code: 'c '.repeat(40),
        requestId: 'r '.repeat(40),
        msg: 'm '.repeat(300),
      });
      expect(verdict.code).toBe(`${'c '.repeat(31)}c…`);
      expect(verdict.requestId).toBe(`${'r '.repeat(31)}r…`);
      expect(verdict.message).toBe(`${'m '.repeat(249)}m…`);
    });

    it('reads a list that is longer than what is shown', () => {
      const many = Array.from({ length: 1000 }, (_, index) => `${token}-${index}`);
      const msg = JSON.stringify({ illegalTokens: { noRight: many }, success: 0, failure: 1000 });
      const { rejected } = readRevokeAnswer(
        { status: 200, body: JSON.stringify(answer('80100000', msg)) },
        batchOf(many),
      );
      expect(rejected).toEqual(new Map(many.map((name) => [name, 'noRight'])));
    });

    it('lets nothing through that drives a terminal or is half a character', () => {
      expect(
        read(400, {
          code: '8\u001b[2J',
          requestId: '1\r\n2\u009b',
          msg: 'a\u001b]0;b\u0007\n\u202ec\u2028d\ud83d',
        }),
      ).toMatchObject({ code: '8 [2J', requestId: '1  2 ', message: 'a ]0;b   c d ' });
    });

    it('does not take a code with a control character at its end for the code', () => {
      expect(read(200, answer('80000000\u0000')).advice).toBe('fix');
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
