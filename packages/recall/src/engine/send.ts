import { CredentialError, InvalidRequestError, NONE_REJECTED, type Verdict } from '@unpush/core';
import type { Run } from './run.ts';
import type { Work } from './batches/work.ts';

/** A request that was answered, or not. */
export interface Sent {
  readonly verdict: Verdict;
  /** When it left, on the monotonic clock. */
  readonly sentAt: number;
  /** How many credentials had been renewed when it left. */
  readonly renewals: number;
}

/** What the ledger is told of a request that was kept back after all. */
const KEPT_BACK: Verdict = {
  advice: 'retry',
  about: 'unknown',
  rejected: NONE_REJECTED,
  mayHaveBeenReceived: false,
  failure: 'aborted',
};

/**
 * One request with this batch: waited for, written ahead, sent, its verdict written down. `undefined` if the
 * recall stops before it leaves.
 */
export async function send<S>(
  run: Run<S>,
  work: Work,
  { attempt, repeats }: { readonly attempt: number; readonly repeats: boolean },
): Promise<Sent | undefined> {
  if (!(await letGo(run, work))) return undefined;
  await run.ledger.sending(work, attempt);
  if (run.soft.aborted) {
    await run.ledger.verdict(work, KEPT_BACK);
    return undefined;
  }
  const sentAt = run.clock.monotonic();
  const { renewals } = run.credentials;
  run.requests.sent += 1;
  if (repeats) run.requests.retried += 1;
  const verdict = await attemptOf(run, work);
  await writeDown(run, work, verdict);
  return { verdict, sentAt, renewals };
}

/** Waits for the pacer's leave; false if the recall is stopping. */
async function letGo<S>(run: Run<S>, { placed }: Work): Promise<boolean> {
  try {
    await run.pacer.take(placed.batch.count, run.soft);
  } catch (error) {
    if (!run.soft.aborted) throw error;
  }
  return !run.soft.aborted;
}

async function attemptOf<S>(run: Run<S>, work: Work): Promise<Verdict> {
  try {
    const verdict = await run.revoker.attempt(run.selector, work.placed.batch, { signal: run.hard });
    if (verdict.mayHaveBeenReceived && verdict.advice !== 'done') work.mayHaveBeenReceived = true;
    return verdict;
  } catch (error) {
    // These two are thrown before anything leaves; of another nobody knows how far the request came
    const neverLeft = CredentialError.isInstance(error) || InvalidRequestError.isInstance(error);
    if (!neverLeft) work.mayHaveBeenReceived = true;
    throw error;
  }
}

async function writeDown<S>(run: Run<S>, work: Work, verdict: Verdict): Promise<void> {
  try {
    await run.ledger.verdict(work, verdict);
  } catch (error) {
    // What is not written down cannot be told as accepted, and not as never tried either
    if (verdict.advice === 'done') work.mayHaveBeenReceived = true;
    throw error;
  }
}
