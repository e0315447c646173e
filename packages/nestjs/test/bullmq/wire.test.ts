import {
  batchOf,
  CredentialError,
  InvalidRequestError,
  NONE_REJECTED,
  type Rejected,
  type Verdict,
} from '@unpush/core';
import { InputError, LedgerError } from '@unpush/recall';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/bullmq/batch/wire/answer-wire.ts';
import { errorFromWire, errorToWire } from '../../src/bullmq/batch/wire/error-wire.ts';
import { fromWire, toWire } from '../../src/bullmq/batch/wire/verdict-wire.ts';

const targets = ['t1', 't2', 't3', 't4', 't5'];
const batch = batchOf(targets);
const text = fc.string({ maxLength: 20 });

const rejected: fc.Arbitrary<Rejected> = fc.oneof(
  fc.constant(NONE_REJECTED),
  text.map((wholeBatch) => ({ wholeBatch })),
  fc.array(fc.tuple(fc.constantFrom(...targets), text)).map((named) => new Map(named)),
);

const verdict: fc.Arbitrary<Verdict> = fc.record(
  {
    advice: fc.constantFrom('done', 'retry', 'renew', 'split', 'shrink', 'reject', 'fix', 'stop'),
    about: fc.constantFrom('success', 'target', 'quota', 'vendor-fault', 'unknown'),
    code: text,
    message: text,
    httpStatus: fc.integer({ min: 200, max: 599 }),
    requestId: text,
    rejected,
    retryAfterMs: fc.nat(),
    allowedTargets: fc.nat(),
    mayHaveBeenReceived: fc.boolean(),
    credentialId: text,
    failure: fc.constantFrom('dns', 'tls', 'timeout', 'html', 'aborted'),
    clockSkewMs: fc.integer(),
  },
  { requiredKeys: ['advice', 'about', 'rejected', 'mayHaveBeenReceived'] },
);

const overRedis = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a verdict that goes through Redis', () => {
  it('means the same on the other side', () => {
    fc.assert(
      fc.property(verdict, (sent) => {
        const answer = readAnswer(overRedis({ verdict: toWire(sent, batch) }));
        expect(answer !== undefined && 'verdict' in answer && fromWire(answer.verdict, batch)).toEqual(sent);
      }),
    );
  });

  it('names the refused by their places, those of one reason together', () => {
    const named = new Map([
      ['t2', 'tokenFormatError'],
      ['t4', 'unknown token'],
      ['t5', 'tokenFormatError'],
    ]);
    const sent = { advice: 'done', about: 'success', rejected: named, mayHaveBeenReceived: true } as const;
    expect(overRedis(toWire(sent, batch))).toEqual({
      advice: 'done',
      about: 'success',
      mayHaveBeenReceived: true,
      rejected: [
        ['tokenFormatError', [1, 4]],
        ['unknown token', [3]],
      ],
    });
  });

  it('is not guessed at where another version wrote it', () => {
    expect(readAnswer({ verdict: { advice: 'dance', about: 'success', mayHaveBeenReceived: true } })).toBe(
      undefined,
    );
    expect(readAnswer(null)).toBe(undefined);
  });
});

describe('an error that goes through Redis', () => {
  it.each([
    new CredentialError('the key cannot sign'),
    new InvalidRequestError([{ field: 'notifyId', problem: 'must be a number', code: '80100003' }]),
    new InputError('the list has changed'),
    new LedgerError('its targets were deleted', { problem: 'forgotten', recallId: 'r-1' }),
    new LedgerError('the disk is full', { problem: 'no-room' }),
  ])('is of the same class, and says the same: %s', (error) => {
    const wire = errorToWire(error);
    const answer = readAnswer(overRedis({ error: wire }));
    expect(answer !== undefined && 'error' in answer && errorFromWire(answer.error)).toEqual(error);
  });

  it('is one of ours, or stays where it is', () => {
    expect(errorToWire(new TypeError('x is not a function'))).toBe(undefined);
  });
});
