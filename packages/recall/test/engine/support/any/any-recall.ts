import { CredentialError } from '@unpush/core';
import { noAnswer, verdictOf, type BadTarget, type Fault } from '@unpush/testing';
import * as fc from 'fast-check';

/** A recall with everything about it left to chance. */
export interface AnyRecall {
  readonly count: number;
  /** After so many the names begin again: a list with duplicates. */
  readonly names: number;
  readonly chunkSize: number;
  readonly totalsKnown: boolean;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly canary: number;
  readonly maxAttempts: number;
  readonly keepGoing: boolean;
  /** Which targets are bad, by the number in their name, over and over. */
  readonly bad: readonly (BadTarget | undefined)[];
  readonly limit: number;
  readonly limitTold: boolean;
  /** What the attempts meet: the first so many, or over and over. */
  readonly faults: readonly (Fault | undefined)[];
  readonly faultsGoOn: boolean;
  readonly latencies: readonly number[];
  readonly targetsPerSecond: number | undefined;
  readonly credentialLifeMs: number | undefined;
  readonly stopAt: number | undefined;
}

const answer = (verdict: Parameters<typeof verdictOf>[0], acted = false): Fault => ({
  kind: 'answer',
  verdict: verdictOf(verdict),
  acted,
});

const COMMON: readonly Fault[] = [
  { kind: 'lost', failure: 'timeout', acted: true },
  { kind: 'lost', failure: 'reset', acted: false },
  { kind: 'unsent', failure: 'refused' },
  answer({ advice: 'retry', about: 'quota', httpStatus: 503 }),
  answer({ advice: 'retry', about: 'quota', httpStatus: 429, retryAfterMs: 300 }),
  answer({ advice: 'retry', about: 'vendor-fault', httpStatus: 500, mayHaveBeenReceived: true }, true),
  answer({ advice: 'shrink', about: 'request', code: '80300010', allowedTargets: 7 }),
  answer({ advice: 'reject', about: 'target', code: '80300007', rejected: new Map([['stranger', 'no']]) }),
];

const RARE: readonly Fault[] = [
  { kind: 'hang', acted: true },
  { kind: 'throw', error: new CredentialError('the key cannot sign') },
  answer({ advice: 'stop', about: 'permission', code: '80300032' }),
  answer({ advice: 'fix', about: 'request', code: '80100001' }),
  answer({ advice: 'renew', about: 'credential', code: '80200003' }),
  { kind: 'answer', verdict: { ...noAnswer('html', { received: true }), httpStatus: 200 }, acted: true },
];

const fault = fc.oneof(
  { weight: 30, arbitrary: fc.constant(undefined) },
  { weight: 8, arbitrary: fc.constantFrom(...COMMON) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
);

const bad = fc.oneof(
  { weight: 3, arbitrary: fc.constant<BadTarget | undefined>(undefined) },
  { weight: 1, arbitrary: fc.constantFrom<BadTarget>('foreign', 'misfit', 'invalid', 'illegal') },
);

const often = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

export const anyRecall: fc.Arbitrary<AnyRecall> = fc
  .oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1000 }))
  .chain((batchSize) =>
    fc.record({
      count: fc.integer({ min: 0, max: Math.min(3000, batchSize * 25) }),
      names: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 50 })),
      chunkSize: fc.integer({ min: 1, max: 400 }),
      totalsKnown: fc.boolean(),
      batchSize: fc.constant(batchSize),
      concurrency: fc.integer({ min: 1, max: 8 }),
      canary: fc.integer({ min: 0, max: 20 }),
      maxAttempts: fc.integer({ min: 1, max: 4 }),
      keepGoing: fc.boolean(),
      bad: fc.oneof(
        fc.constant([undefined]),
        fc.array(bad, { minLength: 1, maxLength: 60 }),
        // A few in many
        fc.array(bad, { minLength: 1, maxLength: 3 }).map((few) => [...few, ...Array<undefined>(400)]),
        // A good beginning, and a long run of bad ones
        fc
          .constantFrom<BadTarget>('foreign', 'invalid')
          .map((kind) => [undefined, ...Array<BadTarget>(500).fill(kind)]),
      ),
      limit: fc.oneof(
        { weight: 4, arbitrary: fc.constant(Infinity) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }) },
      ),
      limitTold: fc.boolean(),
      faults: fc.oneof(
        { weight: 4, arbitrary: fc.array(fault, { maxLength: 40 }) },
        { weight: 1, arbitrary: fc.constantFrom(...COMMON).map((one) => [undefined, one, one, one, one]) },
        { weight: 1, arbitrary: fc.constantFrom(...COMMON, ...RARE).map((one) => [one]) },
      ),
      faultsGoOn: fc.boolean(),
      latencies: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }),
      targetsPerSecond: often(fc.integer({ min: 50, max: 5000 })),
      credentialLifeMs: often(fc.integer({ min: 0, max: 1500 })),
      stopAt: often(fc.integer({ min: 0, max: 600 })),
    }),
  )
  // Nothing but a stop ends a request that hangs
  .map((any) =>
    any.faults.some((each) => each?.kind === 'hang') ? { ...any, stopAt: any.stopAt ?? 400 } : any,
  );
