import { backoffMs, type Clock, type CredentialId, type Random, type Verdict } from '@unpush/core';
import { abortable } from '../async/abortable.ts';

/** How long and how often to try. */
export interface RetryPolicy {
  /** The most attempts where the vendor or the way to it is at fault, the first included. Default 4. */
  readonly attempts?: number;
  /** From the first attempt to the last answer, in milliseconds; flow control is bounded by this alone. Default 60,000. */
  readonly withinMs?: number;
  /** The longest wait before the first repeat, in milliseconds; it doubles each time. Default 500. */
  readonly baseMs?: number;
  /** The longest wait at all, in milliseconds, save where the vendor asks for more. Default 30,000. */
  readonly capMs?: number;
}

/** What is tried, and by whose clock. */
export interface Retrying<T> extends RetryPolicy {
  /** Exactly one exchange; ends early when the signal aborts. */
  readonly attempt: (signal: AbortSignal) => Promise<T>;
  readonly renewCredential: (refused: CredentialId) => Promise<void>;
  /**
   * Whether a repeat does no harm once an attempt may have been received. Default true, as of every revoke; a push
   * that is sent twice is read twice.
   */
  readonly repeatable?: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
}

/** What came of it. */
export interface Tried<T> {
  /** How the last attempt ended. */
  readonly last: T;
  readonly attempts: number;
  /** Whether any of the attempts may have reached the vendor and been acted on. */
  readonly mayHaveBeenReceived: boolean;
}

/**
 * Tries until the advice is something else than to try again: `retry` waits (exponentially, with full jitter,
 * never shorter than the vendor asks), `renew` replaces the credential once. Everything is bounded by
 * `withinMs`, and ends with the last verdict.
 *
 * Rejects with the signal's reason as soon as that aborts.
 */
export async function withRetry<T extends { readonly verdict: Verdict }>(
  retrying: Retrying<T>,
): Promise<Tried<T>> {
  const { clock, signal, withinMs = 60_000 } = retrying;
  signal?.throwIfAborted();
  const done = new AbortController();
  const deadline = new AbortController();
  const late = clock.sleep(withinMs, done.signal).then(
    () => deadline.abort(new Error(`not done within ${withinMs} ms`)),
    () => undefined,
  );
  const stop = signal === undefined ? deadline.signal : AbortSignal.any([signal, deadline.signal]);
  try {
    return await abortable(repeat(retrying, { stop, until: clock.monotonic() + withinMs }), signal);
  } finally {
    done.abort();
    await late;
  }
}

interface Bounds {
  /** Ends the attempt that is under way: by the caller or because the time is up. */
  readonly stop: AbortSignal;
  /** By the monotonic clock. */
  readonly until: number;
}

async function repeat<T extends { readonly verdict: Verdict }>(
  retrying: Retrying<T>,
  { stop, until }: Bounds,
): Promise<Tried<T>> {
  const { attempt, renewCredential, clock, signal } = retrying;
  let attempts = 0;
  let faults = 0;
  let hasRenewed = false;
  let mayHaveBeenReceived = false;
  for (;;) {
    const last = await attempt(stop);
    signal?.throwIfAborted();
    attempts += 1;
    const { verdict } = last;
    mayHaveBeenReceived ||= verdict.mayHaveBeenReceived;
    const ended = { last, attempts, mayHaveBeenReceived };
    if (mayHaveBeenReceived && retrying.repeatable === false) return ended;
    if (verdict.advice === 'renew' && verdict.credentialId !== undefined && !hasRenewed) {
      hasRenewed = true;
      await abortable(renewCredential(verdict.credentialId), stop).catch((error: unknown) => {
        if (!stop.aborted) throw error;
      });
      signal?.throwIfAborted();
      if (stop.aborted) return ended;
    } else if (verdict.advice === 'retry' && verdict.failure !== 'aborted') {
      if (verdict.about !== 'quota') faults += 1;
      if (faults >= (retrying.attempts ?? 4)) return ended;
      const waitMs = waitBefore(attempts, verdict, retrying);
      // Without time left for another attempt the wait would only keep the caller
      if (clock.monotonic() + waitMs >= until) return ended;
      await clock.sleep(waitMs, signal);
    } else {
      return ended;
    }
  }
}

function waitBefore(
  attempts: number,
  { retryAfterMs }: Verdict,
  { random, baseMs, capMs }: Retrying<unknown>,
): number {
  return backoffMs({
    repeat: attempts - 1,
    random,
    ...(baseMs !== undefined && { baseMs }),
    ...(capMs !== undefined && { capMs }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
