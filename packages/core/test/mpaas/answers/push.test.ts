import { describe, expect, it } from 'vitest';
import { batchOf, readMpaasRevokeAnswer, type Verdict } from '@unpush/core';

const requestId = 'B589F4F4-CD68-3CE5-BDA0-6597F33E2391';
const batch = batchOf(['user1024']);

const read = (status: number, body: unknown): Verdict =>
  readMpaasRevokeAnswer({ status, contentType: 'application/json', body: text(body) }, batch);
const text = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const answer = (fields: Readonly<Record<string, unknown>> = {}, pushResult: unknown = { Success: true }) => ({
  RequestId: requestId,
  ResultCode: 'OK',
  ResultMessage: '',
  PushResult: pushResult,
  ...fields,
});

describe('the answer to a revoke', () => {
  it('is accepted with HTTP 200, OK and Success', () => {
    expect(read(200, answer())).toEqual({
      advice: 'done',
      about: 'success',
      code: 'OK',
      message: 'OK',
      httpStatus: 200,
      requestId,
      rejected: new Map(),
      mayHaveBeenReceived: true,
    });
  });

  it.each([
    ['the number', { ResultCode: 100 }],
    ['the digits', { ResultCode: '100' }],
    ['the name', { ResultCode: 'SUCCESS' }],
  ])('is accepted with %s of the success code too', (_, fields) => {
    expect(read(200, answer(fields))).toMatchObject({ advice: 'done', code: '100' });
  });

  it('is accepted with names in lower case and Success as a text', () => {
    const body = { requestId, resultCode: 'OK', pushResult: { success: 'true', data: '20842863' } };
    expect(read(202, body)).toMatchObject({ advice: 'done', httpStatus: 202, requestId });
  });

  it.each([
    ['no PushResult', undefined],
    ['PushResult null', null],
    ['PushResult as a text', 'true'],
    ['no Success', {}],
    ['Success as something else', { Success: 'yes' }],
  ])('with OK and %s is not accepted, and may have been taken', (_, pushResult) => {
    expect(read(200, { RequestId: requestId, ResultCode: 'OK', PushResult: pushResult })).toMatchObject({
      advice: 'retry',
      about: 'vendor-fault',
      failure: 'unreadable',
      mayHaveBeenReceived: true,
    });
  });

  it.each([
    ['Success false', { Success: false, ResultMsg: 'param is invalid' }],
    ['Success "false"', { Success: 'false', ResultMsg: 'param is invalid' }],
  ])(
    "with OK and %s is refused, for the vendor's own reason, and by no code that says OK",
    (_, pushResult) => {
      const verdict = read(200, answer({}, pushResult));
      expect(verdict).toMatchObject({
        advice: 'fix',
        about: 'unknown',
        message: 'param is invalid',
        mayHaveBeenReceived: false,
      });
      expect(verdict).not.toHaveProperty('code');
      expect(read(200, answer({ ResultCode: 'SUCCESS' }, pushResult))).not.toHaveProperty('code');
    },
  );

  it.each([
    ['SYS_BUSY', {}, true],
    ['SYS_BUSY', { Success: true }, true],
    ['SYS_BUSY', { Success: false }, false],
  ])(
    'with the unknown code %s and PushResult %o may have been taken: %s',
    (ResultCode, pushResult, doubt) => {
      expect(read(200, answer({ ResultCode }, pushResult))).toMatchObject({
        advice: 'fix',
        code: 'SYS_BUSY',
        mayHaveBeenReceived: doubt,
      });
    },
  );

  it.each([
    ['8011：流控', '8011'],
    ['8011.', '8011'],
    ['"3007"', '3007'],
    ['【3007】应用不存在', '3007'],
    ['SYSTEM_ERROR，请稍后重试', '9000'],
    ['FLOW_CONTROL_ERROR.', '8011'],
    ['3028 - INVALID_PARAM', '3028'],
    ['-1: SIGNATURE_MISMATCH', '-1'],
    ['-1', '-1'],
  ])('that says %s is of the code in it', (ResultMsg, code) => {
    expect(read(200, answer({}, { Success: false, ResultMsg }))).toMatchObject({ code });
  });

  it.each([
    '9000 targets were taken',
    '9000个',
    '-1 of 5 left',
    '100 done',
    '3028.5',
    '30281',
    'x3028',
    'INVALID_PARAMS',
  ])('that says %s is of no code', (ResultMsg) => {
    expect(read(200, answer({}, { Success: true, ResultMsg }))).toMatchObject({ advice: 'done' });
  });

  it('masks the target in a code that nobody knows', () => {
    expect(read(400, { Code: 'InvalidTarget.user1024', Message: 'no' }).code).toBe('InvalidTarget.us…');
  });

  it.each([
    [503, 'retry', 'quota'],
    [500, 'retry', 'vendor-fault'],
    [403, 'stop', 'permission'],
  ])('with OK and Success false on HTTP %d means what the status means', (status, advice, about) => {
    expect(read(status, answer({}, { Success: false }))).toMatchObject({ advice, about });
  });

  it('refused at the top is not accepted below', () => {
    expect(read(200, answer({ Success: false })).advice).toBe('fix');
  });

  it.each([302, 400, 401, 404, 500, 503])(
    'with OK and Success on HTTP %d is not called accepted',
    (status) => {
      expect(read(status, answer())).toMatchObject({
        advice: 'retry',
        about: 'vendor-fault',
        mayHaveBeenReceived: true,
      });
    },
  );

  describe('with a code of Message Push', () => {
    const places: readonly (readonly [string, (value: unknown) => unknown])[] = [
      ['ResultCode', (value) => answer({ ResultCode: value }, { Success: false })],
      ['ResultMessage', (value) => answer({ ResultMessage: value }, { Success: false })],
      ['PushResult.ResultMsg', (value) => answer({}, { Success: false, ResultMsg: value })],
      ['Code', (value) => ({ RequestId: requestId, Code: value, Success: false })],
    ];
    const forms: readonly (readonly [string, unknown])[] = [
      ['a number', 3028],
      ['digits', '3028'],
      ['its name', 'INVALID_PARAM'],
      ['digits and name', '3028: INVALID_PARAM'],
      ['name and words', 'INVALID_PARAM, check the request'],
      ['digits in brackets', '[3028] Invalid parameter.'],
    ];
    it.each(
      places.flatMap(([place, make]) => forms.map(([form, value]) => [place, form, make(value)] as const)),
    )('in %s as %s: refused', (...[, , body]) => {
      expect(read(200, body)).toMatchObject({
        advice: 'fix',
        about: 'request',
        code: '3028',
        requestId,
        mayHaveBeenReceived: false,
      });
    });

    it.each(places.slice(0, 3))('in %s beside OK and Success true: refused, and perhaps taken', (_, make) => {
      const body = make('3028') as { PushResult: object };
      expect(read(200, { ...body, PushResult: { ...body.PushResult, Success: true } })).toMatchObject({
        advice: 'fix',
        code: '3028',
        mayHaveBeenReceived: true,
      });
    });

    it.each([
      ['9000', 'retry', 'vendor-fault', true],
      ['8011', 'retry', 'quota', false],
      ['8012', 'stop', 'credential', false],
      ['8014', 'stop', 'permission', false],
      ['3007', 'stop', 'credential', false],
      ['3032', 'stop', 'permission', false],
      ['-1', 'stop', 'credential', false],
    ])('%s: %s, about %s, perhaps received: %s', (...[code, advice, about, mayHaveBeenReceived]) => {
      expect(read(200, answer({ ResultCode: code }, { Success: false }))).toMatchObject({
        advice,
        about,
        code,
        mayHaveBeenReceived,
      });
    });

    it('3054 refuses the target itself', () => {
      expect(read(200, answer({ ResultCode: '3054' }, { Success: false }))).toMatchObject({
        advice: 'reject',
        about: 'target',
        rejected: { wholeBatch: 'The self-built channel token is invalid.' },
      });
    });

    it('comes before the HTTP status', () => {
      expect(read(503, answer({ ResultCode: '8014' }, { Success: false })).advice).toBe('stop');
    });
  });

  it("shows the vendor's words where they say more than the code, else the catalog's", () => {
    const refused = (words: string) =>
      read(200, answer({ ResultCode: '3028' }, { Success: false, ResultMsg: words }));
    expect(refused('messageId is not known').message).toBe('messageId is not known');
    expect(refused('INVALID_PARAM').message).toBe('Invalid parameter.');
    expect(refused('').message).toBe('Invalid parameter.');
  });

  it.each([
    ['a code that nobody knows', { ResultCode: '3999', ResultMessage: 'Brand new.' }, '3999'],
    ['a word', { ResultCode: 'BRAND_NEW' }, 'BRAND_NEW'],
  ])('with %s on HTTP 200 is refused whatever Success says, which makes it uncertain', (_, fields, code) => {
    for (const Success of [true, false]) {
      expect(read(200, answer(fields, { Success }))).toMatchObject({
        advice: 'fix',
        about: 'unknown',
        code,
        mayHaveBeenReceived: Success,
      });
    }
  });

  it('with an unknown code is not accepted because its words say OK', () => {
    expect(read(200, answer({ ResultCode: 'BRAND_NEW', ResultMessage: 'OK' }))).toMatchObject({
      advice: 'fix',
      code: 'BRAND_NEW',
    });
    expect(read(200, answer({ Code: 'BrandNew' })).advice).toBe('fix');
    expect(read(200, answer({ Code: '100', ResultCode: 'BRAND_NEW' })).advice).toBe('fix');
  });

  it.each([
    ['no code', { PushResult: { Success: true } }],
    ['an empty code', { ResultCode: ' ', PushResult: { Success: true } }],
    ['SUCCESS in the words alone', { ResultMessage: 'SUCCESS', PushResult: { Success: true } }],
    ['nothing', {}],
  ])('with %s may have been taken', (_, body) => {
    expect(read(200, body)).toMatchObject({
      advice: 'retry',
      mayHaveBeenReceived: true,
      failure: 'unreadable',
    });
  });

  it.each([
    ['a number that begins a sentence', '100 targets were looked at'],
    ['a negative one', '-1 was the least of it'],
    ['a number that only looks like a code', '30285'],
  ])('is not refused for %s', (_, words) => {
    expect(read(200, answer({ ResultMessage: words })).advice).toBe('done');
  });

  it.each(['null', '[]', '"OK"', '3028', 'true', '', '{', 'OK'])('that is %s: unreadable', (body) => {
    expect(read(200, body)).toMatchObject({
      advice: 'retry',
      failure: 'unreadable',
      mayHaveBeenReceived: true,
    });
  });

  it('that is a page: says so', () => {
    const page = { status: 200, contentType: 'text/html', body: '<html>Sign in</html>' };
    expect(readMpaasRevokeAnswer(page, batch)).toMatchObject({ advice: 'retry', failure: 'html' });
  });

  it('never throws, whatever the types', () => {
    for (const odd of [null, 0, true, [], {}, [['x']], { ResultMsg: [] }, -1]) {
      for (const field of [
        'RequestId',
        'ResultCode',
        'ResultMessage',
        'PushResult',
        'Success',
        'Code',
        'Message',
      ]) {
        expect(read(200, answer({ [field]: odd })).rejected).toBeDefined();
      }
    }
  });

  describe('shows to nobody', () => {
    it('the target, where the vendor says it again', () => {
      const body = answer({ ResultCode: '3028' }, { Success: false, ResultMsg: 'user1024 has no message' });
      expect(read(200, body).message).toBe('us… has no message');
      const unknown = answer(
        { ResultCode: 'BRAND_NEW' },
        { Success: false, ResultMsg: 'user1024 has no message' },
      );
      expect(read(200, unknown).message).toBe('us… has no message');
    });

    it.each([
      'Specified signature is not matched. server string to sign is:POST&%2F&AccessKeyId%3Dtestid%26TargetId%3Duser1024',
      'Specified signature is not matched. StringToSign: ACS3-HMAC-SHA256 abc',
      'Specified signature is not matched. x-acs-signature-nonce:abc TargetId user1024',
    ])('what was to be signed: %s', (Message) => {
      expect(read(400, { Code: 'SignatureDoesNotMatch', Message }).message).toBe(
        'Specified signature is not matched with our calculation.',
      );
      expect(read(400, { Code: 'SignatureInvalidX', Message }).message).toBeUndefined();
      expect(read(400, { Code: 'InvalidTimeStamp.Format', Message }).message).toBe(
        'Specified time stamp or date value is not well formatted.',
      );
    });

    it('more than 64 characters of a code or of a request id', () => {
      const long = 'a b '.repeat(100);
      expect(read(400, { Code: `Throttling.${long}` }).code).toHaveLength(64);
      expect(read(400, { Code: long, RequestId: long }).code?.length).toBeLessThanOrEqual(64);
      expect(read(400, { Code: long, RequestId: long }).requestId?.length).toBeLessThanOrEqual(64);
    });
  });

  it('shows a request id whole if it is a UUID, and masks another long one', () => {
    expect(read(200, answer({ RequestId: ` ${requestId} ` })).requestId).toBe(requestId);
    expect(read(200, answer({ RequestId: 'B589F4F4-CD68-3CE5-BDA0-6597F33E23916512' })).requestId).toBe(
      'B589F4…6512',
    );
  });
});
