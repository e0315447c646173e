import { NONE_REJECTED, type CredentialId, type Verdict } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { withRetry, type Tried } from '../../src/index.ts';
import type { Retrying } from '../../src/index.ts';
import { manualClock, settle, type ManualClock } from '../support/manual-clock.ts';

const verdict = (facts: Partial<Verdict>): Verdict => ({
  advice: 'done',
  about: 'success',
  rejected: NONE_REJECTED,
  mayHaveBeenReceived: true,
  ...facts,
});

const done = verdict({ code: '80000000' });
const fault = verdict({ advice: 'retry', about: 'vendor-fault', code: '80000001' });
const flow = verdict({ advice: 'retry', about: 'quota', httpStatus: 503, mayHaveBeenReceived: false });
const expired = (credentialId: CredentialId): Verdict =>
  verdict({
    advice: 'renew',
    about: 'credential',
    code: '80200005',
    credentialId,
    mayHaveBeenReceived: false,
  });

interface Outcome {
  readonly tried: Promise<Tried<{ readonly verdict: Verdict }>>;
  readonly clock: ManualClock;
  readonly renewed: readonly CredentialId[];
  attempts(): number;
}

/** Tries with these verdicts one after the other, the last of them for ever. */
function trying(verdicts: readonly Verdict[], options: Partial<Retrying<unknown>> = {}): Outcome {
  const clock = manualClock();
  const renewed: CredentialId[] = [];
  let attempts = 0;
  const tried = withRetry({
    clock,
    random: () => 1,
    ...options,
    renewCredential: (refused) => Promise.resolve(void renewed.push(refused)),
    attempt: () => {
      const next = verdicts[Math.min(attempts, verdicts.length - 1)] ?? done;
      attempts += 1;
      return Promise.resolve({ verdict: next });
    },
  });
  tried.catch(() => undefined);
  return { tried, clock, renewed, attempts: () => attempts };
}

async function run({ clock }: Outcome, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 100) {
    await settle();
    await clock.advance(100);
  }
  await settle();
}

describe('withRetry', () => {
  it('ends at once with what was accepted', async () => {
    const outcome = trying([done]);
    await expect(outcome.tried).resolves.toEqual({
      last: { verdict: done },
      attempts: 1,
      mayHaveBeenReceived: true,
    });
    expect(outcome.clock.slept).toEqual([60_000]);
  });

  it.each(['fix', 'split', 'shrink', 'reject', 'stop'] as const)(
    'ends at once with the advice %s',
    async (advice) => {
      const outcome = trying([verdict({ advice, about: 'request' })]);
      await expect(outcome.tried).resolves.toMatchObject({ attempts: 1 });
    },
  );

  it('waits twice as long each time after a fault, and ends at the fourth', async () => {
    const outcome = trying([fault]);
    await run(outcome, 10_000);
    await expect(outcome.tried).resolves.toMatchObject({
      attempts: 4,
      last: { verdict: { code: '80000001' } },
    });
    expect(outcome.clock.slept).toEqual([60_000, 500, 1000, 2000]);
  });

  it('takes the attempts and waits that it is given', async () => {
    const outcome = trying([fault], { attempts: 6, baseMs: 100, capMs: 300 });
    await run(outcome, 3000);
    await expect(outcome.tried).resolves.toMatchObject({ attempts: 6 });
    expect(outcome.clock.slept).toEqual([60_000, 100, 200, 300, 300, 300]);
  });

  it('uses up no attempt at flow control, and is bounded by the time alone', async () => {
    const outcome = trying([flow], { capMs: 1000 });
    await run(outcome, 61_000);
    await expect(outcome.tried).resolves.toMatchObject({
      last: { verdict: flow },
      mayHaveBeenReceived: false,
    });
    // 500 ms, then 59 times a second: the next wait would end past the minute
    expect(outcome.attempts()).toBe(61);
  });

  it('never waits shorter than the vendor asks, and does not begin a wait past its time', async () => {
    const asked = { ...flow, retryAfterMs: 20_000 };
    const outcome = trying([asked], { random: () => 0 });
    await run(outcome, 60_000);
    await expect(outcome.tried).resolves.toMatchObject({ attempts: 3 });
    expect(outcome.clock.slept).toEqual([60_000, 20_000, 20_000]);
  });

  it('renews a refused credential once and tries again at once', async () => {
    const outcome = trying([expired('one'), done]);
    await expect(outcome.tried).resolves.toMatchObject({ attempts: 2, last: { verdict: done } });
    expect(outcome.renewed).toEqual(['one']);
    expect(outcome.clock.slept).toEqual([60_000]);
  });

  it('stops when the fresh credential is refused as well', async () => {
    const outcome = trying([expired('one'), expired('two')]);
    await expect(outcome.tried).resolves.toMatchObject({
      attempts: 2,
      last: { verdict: { credentialId: 'two' } },
    });
    expect(outcome.renewed).toEqual(['one']);
  });

  it('remembers that an earlier attempt may have been received', async () => {
    const lost = verdict({ advice: 'retry', about: 'vendor-fault', failure: 'reset' });
    const refused = verdict({
      advice: 'reject',
      about: 'target',
      code: '80300007',
      mayHaveBeenReceived: false,
    });
    const outcome = trying([lost, refused]);
    await run(outcome, 1000);
    await expect(outcome.tried).resolves.toMatchObject({ attempts: 2, mayHaveBeenReceived: true });
  });

  it('rejects with the signal’s reason at once, also while it waits', async () => {
    const stop = new AbortController();
    const outcome = trying([flow], { signal: stop.signal });
    await settle();
    stop.abort('enough');
    await expect(outcome.tried).rejects.toBe('enough');
    expect(outcome.attempts()).toBe(1);
  });

  it('rejects with the signal’s reason before it tries, if that had aborted', async () => {
    const outcome = trying([done], { signal: AbortSignal.abort('before') });
    await expect(outcome.tried).rejects.toBe('before');
    expect(outcome.attempts()).toBe(0);
  });

  it('rejects with the signal’s reason even if the attempt does not mind it', async () => {
    const stop = new AbortController();
    const tried = withRetry({
      clock: manualClock(),
      random: () => 0,
      signal: stop.signal,
      renewCredential: () => Promise.resolve(),
      attempt: () => new Promise<{ verdict: Verdict }>(() => undefined),
    });
    stop.abort('now');
    await expect(tried).rejects.toBe('now');
  });

  it('ends the attempt that is under way when the time is up', async () => {
    const clock = manualClock();
    const tried = withRetry({
      clock,
      random: () => 0,
      withinMs: 5000,
      renewCredential: () => Promise.resolve(),
      attempt: (signal) =>
        new Promise<{ verdict: Verdict }>((resolve) => {
          const givenUp = verdict({ advice: 'retry', about: 'vendor-fault', failure: 'aborted' });
          signal.addEventListener('abort', () => resolve({ verdict: givenUp }));
        }),
    });
    await settle();
    await clock.advance(5000);
    await expect(tried).resolves.toMatchObject({ attempts: 1, last: { verdict: { failure: 'aborted' } } });
  });
});
