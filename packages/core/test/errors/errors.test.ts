import { describe, expect, it } from 'vitest';
import {
  CredentialError,
  hasCode,
  InvalidRequestError,
  NoAnswerError,
  NONE_REJECTED,
  UnpushError,
  VendorError,
} from '@unpush/core';

const refused = new VendorError('the vendor refused', {
  verdict: {
    advice: 'stop',
    about: 'permission',
    code: '80300032',
    requestId: '157',
    rejected: NONE_REJECTED,
    mayHaveBeenReceived: false,
  },
});

describe('the error family', () => {
  it.each([
    [
      new InvalidRequestError([{ field: 'notifyId', problem: 'is missing' }]),
      'INVALID_REQUEST',
      'InvalidRequestError',
    ],
    [new CredentialError('no key'), 'INVALID_CREDENTIAL', 'CredentialError'],
    [refused, 'VENDOR_REFUSED', 'VendorError'],
    [
      new NoAnswerError('timeout', { failure: 'timeout', mayHaveBeenReceived: true }),
      'NO_ANSWER',
      'NoAnswerError',
    ],
  ])('%s has a stable code and name', (error, code, name) => {
    expect(error).toBeInstanceOf(Error);
    expect(error.code).toBe(code);
    expect(error.name).toBe(name);
    expect(UnpushError.isInstance(error)).toBe(true);
  });

  it('tells its members apart', () => {
    expect(VendorError.isInstance(refused)).toBe(true);
    expect(CredentialError.isInstance(refused)).toBe(false);
    expect(refused.vendorCode).toBe('80300032');
    expect(refused.requestId).toBe('157');
  });

  it('knows an error of another copy of the package, and no stranger', () => {
    const ofAnotherCopy = Object.assign(new Error('x'), {
      [Symbol.for('unpush.error')]: true,
      code: 'NO_ANSWER',
    });
    expect(NoAnswerError.isInstance(ofAnotherCopy)).toBe(true);
    expect(hasCode(ofAnotherCopy, 'INVALID_REQUEST')).toBe(false);
    for (const stranger of [new Error('NO_ANSWER'), null, undefined, 'NO_ANSWER', { code: 'NO_ANSWER' }]) {
      expect(NoAnswerError.isInstance(stranger)).toBe(false);
    }
  });

  it('keeps the cause', () => {
    const cause = new Error('underneath');
    expect(new CredentialError('no key', { cause }).cause).toBe(cause);
  });

  it('names every problem of a request', () => {
    const error = new InvalidRequestError([
      { field: 'notifyId', problem: 'is missing' },
      { field: 'tokens.3', problem: 'must not be empty' },
    ]);
    expect(error.message).toBe('notifyId: is missing\ntokens.3: must not be empty');
  });
});
