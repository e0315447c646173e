import { CredentialError } from '@unpush/core';
import { noAnswer, verdictOf, type BadTarget, type Fault } from '@unpush/testing';
import * as fc from 'fast-check';
import type { Kill } from '../ledger/strict-ledger.ts';

/** A recall that is disturbed time and again, and then left in peace. */
export interface AnySessions {
  readonly count: number;
  readonly chunkSize: number;
  /** Pieces that are no targets, and duplicates, in each chunk. */
  readonly malformed: number;
  readonly duplicate: number;
  readonly totalsKnown: boolean;
  readonly canary: number;
  /** Which targets are bad, over and over. */
  readonly bad: readonly (BadTarget | undefined)[];
  readonly latencies: readonly number[];
  readonly writeMs: number;
  /** One after the other, until the recall has finished. */
  readonly sessions: readonly AnySession[];
  /** How large batches are in the sessions that nothing disturbs. */
  readonly batchSize: number;
}

/** A process that works on it. */
export interface AnySession {
  readonly batchSize: number;
  readonly concurrency: number;
  readonly maxAttempts: number;
  readonly limit: number;
  readonly faults: readonly (Fault | undefined)[];
  readonly kill: Kill | undefined;
  readonly stopAt: number | undefined;
  readonly retryUnknown: boolean;
}

const answer = (verdict: Parameters<typeof verdictOf>[0], acted = false): Fault => ({
  kind: 'answer',
  verdict: verdictOf(verdict),
  acted,
});

const throttled = answer({ advice: 'retry', about: 'quota', httpStatus: 503 });

const fault = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Fault>(
      { kind: 'lost', failure: 'timeout', acted: true },
      { kind: 'lost', failure: 'reset', acted: false },
      { kind: 'unsent', failure: 'refused' },
      throttled,
      answer({ advice: 'retry', about: 'vendor-fault', httpStatus: 500, mayHaveBeenReceived: true }, true),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Fault>(
      { kind: 'hang', acted: true },
      { kind: 'throw', error: new CredentialError('the key cannot sign') },
      { kind: 'throw', error: new TypeError('undefined is not a function') },
      answer({ advice: 'stop', about: 'permission', code: '80300032', httpStatus: 400 }),
      answer({ advice: 'renew', about: 'credential', code: '80200003', httpStatus: 401 }),
      { kind: 'answer', verdict: { ...noAnswer('html', { received: true }), httpStatus: 200 }, acted: true },
    ),
  },
);

/** All well, one thing after another, or nothing but flow control for a while. */
const faults = fc.oneof(
  { weight: 3, arbitrary: fc.array(fault, { maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 2, max: 30 }))
      .map(([before, many]) => [...Array<undefined>(before), ...Array<Fault>(many).fill(throttled)]),
  },
);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const batchSize = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }));

const session: fc.Arbitrary<AnySession> = fc
  .record({
    batchSize,
    concurrency: fc.integer({ min: 1, max: 6 }),
    maxAttempts: fc.integer({ min: 1, max: 3 }),
    limit: fc.oneof(
      { weight: 4, arbitrary: fc.constant(Infinity) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
    ),
    faults,
    kill: maybe(fc.record({ call: fc.integer({ min: 1, max: 60 }), written: fc.boolean() })),
    stopAt: maybe(fc.integer({ min: 0, max: 400 })),
    retryUnknown: fc.boolean(),
  })
  // Nothing but a stop ends a request that hangs
  .map((any) =>
    any.faults.some((one) => one?.kind === 'hang') ? { ...any, stopAt: any.stopAt ?? 300 } : any,
  );

const bad = fc.oneof(
  { weight: 4, arbitrary: fc.constant<BadTarget | undefined>(undefined) },
  { weight: 1, arbitrary: fc.constantFrom<BadTarget>('foreign', 'misfit', 'invalid', 'illegal') },
);

export const anySessions: fc.Arbitrary<AnySessions> = fc.record({
  count: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 200 })),
  chunkSize: fc.integer({ min: 1, max: 80 }),
  malformed: fc.integer({ min: 0, max: 2 }),
  duplicate: fc.integer({ min: 0, max: 2 }),
  totalsKnown: fc.boolean(),
  canary: fc.integer({ min: 0, max: 15 }),
  bad: fc.oneof(
    fc.constant([undefined]),
    fc.array(bad, { minLength: 1, maxLength: 40 }),
    fc.array(bad, { minLength: 1, maxLength: 3 }).map((few) => [...few, ...Array<undefined>(60)]),
  ),
  latencies: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }),
  writeMs: fc.integer({ min: 0, max: 3 }),
  sessions: fc.array(session, { maxLength: 4 }),
  batchSize,
});
