import { describe, expect, it } from 'vitest';
import { batchOf, lookUp, readMpaasRevokeAnswer, type Verdict } from '@unpush/core';

const batch = batchOf(['user1024']);
const requestId = '0CC8A9CB-9BA3-13FD-A404-6E2E7461881A';

const read = (status: number, code: string, message = 'Words of the gateway.'): Verdict => {
  const body = {
    Recommend: 'https://error-center.aliyun.com/',
    Message: message,
    RequestId: requestId,
    HostId: 'mpaas.cn-hangzhou.aliyuncs.com',
    Code: code,
  };
  return readMpaasRevokeAnswer(
    { status, contentType: 'application/json', body: JSON.stringify(body) },
    batch,
  );
};

/** As reference and advice table have it; the HTTP status differs from product to product, so each must do. */
const ROWS = [
  ['Throttling', 'retry', 'quota', false],
  ['Throttling.User', 'retry', 'quota', false],
  ['Throttling.Api', 'retry', 'quota', false],
  ['SignatureDoesNotMatch', 'stop', 'credential', false],
  ['IncompleteSignature', 'stop', 'credential', false],
  ['SignatureNonceUsed', 'retry', 'request', true],
  ['InvalidTimeStamp.Expired', 'renew', 'credential', false],
  ['InvalidTimeStamp.Format', 'stop', 'request', false],
  ['InvalidAccessKeyId.NotFound', 'stop', 'credential', false],
  ['InvalidAccessKeyId.Inactive', 'stop', 'credential', false],
  ['InvalidSecurityToken.Expired', 'renew', 'credential', false],
  ['InvalidSecurityToken.Malformed', 'stop', 'credential', false],
  ['InvalidSecurityToken.MismatchWithAccessKey', 'stop', 'credential', false],
  ['MissingTargetId', 'fix', 'request', false],
  ['InvalidApi.NotFound', 'stop', 'request', false],
  ['InvalidVersion', 'stop', 'request', false],
  ['NoPermission', 'stop', 'permission', false],
  ['Forbidden.RAM', 'stop', 'permission', false],
  ['Forbidden.RAM.SubUser.NotAllowed', 'stop', 'permission', false],
  ['ServiceUnavailable', 'retry', 'vendor-fault', true],
  ['InternalError', 'retry', 'vendor-fault', true],
] as const;

describe("the gateway's answer", () => {
  it.each(ROWS)('%s: %s, about %s, perhaps received: %s', (...[code, advice, about, mayHaveBeenReceived]) => {
    for (const httpStatus of [400, 404, 429, 503]) {
      expect(read(httpStatus, code)).toMatchObject({
        advice,
        about,
        code,
        mayHaveBeenReceived,
        httpStatus,
        requestId,
        rejected: new Map(),
      });
    }
  });

  it.each([
    [400, 'fix', 'unknown'],
    [404, 'stop', 'request'],
    [429, 'retry', 'quota'],
    [500, 'retry', 'vendor-fault'],
    [503, 'retry', 'quota'],
  ])('of HTTP %d with a code that nobody knows: %s, about %s', (status, advice, about) => {
    expect(read(status, 'BrandNew.Code')).toMatchObject({
      advice,
      about,
      code: 'BrandNew.Code',
      message: 'Words of the gateway.',
    });
  });

  it('says its words, save those about a credential', () => {
    expect(read(400, 'MissingTargetId', 'TargetId is mandatory for this action.').message).toBe(
      'TargetId is mandatory for this action.',
    );
    expect(read(404, 'InvalidAccessKeyId.NotFound', 'Key testid of user1024 is not found.').message).toBe(
      'Specified access key is not found.',
    );
  });

  it.each([
    [502, '<html>Bad Gateway</html>', 'retry', 'vendor-fault', 'html'],
    [503, 'upstream connect error', 'retry', 'quota', 'unreadable'],
    [404, '', 'stop', 'request', 'unreadable'],
    [429, '[]', 'retry', 'quota', 'unreadable'],
  ])('of HTTP %d without JSON (%s): %s, about %s', (...[status, body, advice, about, failure]) => {
    expect(readMpaasRevokeAnswer({ status, body }, batch)).toMatchObject({ advice, about, failure });
  });

  it('keeps the name of a member readable, so that its family is found again', () => {
    const { code = '' } = read(400, 'Throttling.User.Rate2000PerMinuteAndMore');
    expect(code).toMatch(/^Throttling/);
    expect(lookUp({ vendor: 'mpaas', code })?.about).toBe('quota');
  });
});
