import { CredentialError, InvalidRequestError, type Verdict } from '@unpush/core';
import type { Turn, TurnEnd } from '../pace/pacer.ts';
import type { Work } from './batches/work.ts';
import type { Run } from './run.ts';
import type { Sent } from './sent.ts';
import { keepBack } from './verdicts/write-down.ts';

/** Why no request left: the recall stops, or another size would be better now. */
export type Unsent = 'stopping' | 'resized';

/** One request with this batch: waited for, written ahead, sent. */
export async function send<S>(
  run: Run<S>,
  work: Work,
  { repeats }: { readonly repeats: boolean },
): Promise<Sent | Unsent> {
  const turn = await letGo(run, work);
  if (typeof turn === 'string') return turn;
  let end: TurnEnd = { kind: 'lost' };
  try {
    const { clock, credentials } = run;
    const sentAt = clock.wall();
    if (!(await writeAhead(run, work, { sentAt, repeats }))) return 'stopping';
    const { renewals } = credentials;
    const verdict = await attemptOf(run, work, { sentAt, repeats });
    end = turnEndOf(verdict);
    return { verdict, sentAt, answeredAt: clock.wall(), renewals, wasAlone: turn.wasAlone };
  } finally {
    turn.end(end);
  }
}

/** Waits for the pacer's leave. */
async function letGo<S>({ lane, size, soft }: Run<S>, work: Work): Promise<Turn | Unsent> {
  for (;;) {
    const { waiting } = size;
    let turn: Turn | undefined;
    try {
      turn = await lane.take(work.placed.batch.count, waiting);
    } catch (error) {
      if (!waiting.aborted) throw error;
    }
    if (soft.aborted) {
      turn?.end({ kind: 'lost' });
      return 'stopping';
    }
    if (turn !== undefined) return turn;
    if (isOutdated(work, size.current)) return 'resized';
  }
}

/** Whether it can go back to its family and should, now that a request may carry another number of targets. */
function isOutdated({ attempts, placed, isPartOfBad }: Work, allowed: number): boolean {
  const { count } = placed.batch;
  if (attempts > 0) return count > allowed;
  return count > 1 || !isPartOfBad;
}

/** False if the recall stopped meanwhile. */
async function writeAhead<S>(
  run: Run<S>,
  work: Work,
  { sentAt, repeats }: { readonly sentAt: number; readonly repeats: boolean },
): Promise<boolean> {
  const attempt = work.attempts + 1;
  await run.ledger.sending({
    batch: work.id,
    attempt,
    ...(work.parent !== undefined && attempt === 1 && { parent: work.parent }),
    spans: work.placed.spans,
    at: sentAt,
    repeats,
  });
  work.attempts = attempt;
  if (run.soft.aborted) {
    await keepBack(run, work, sentAt);
    return false;
  }
  countRequests(run, work, { repeats, by: 1 });
  return true;
}

function countRequests<S>(
  { requests }: Run<S>,
  { placed }: Work,
  { repeats, by }: { readonly repeats: boolean; readonly by: 1 | -1 },
): void {
  requests.sent += by;
  requests.targets += by * placed.batch.count;
  if (repeats) requests.retried += by;
}

async function attemptOf<S>(
  run: Run<S>,
  work: Work,
  { sentAt, repeats }: { readonly sentAt: number; readonly repeats: boolean },
): Promise<Verdict> {
  try {
    const { batch, spans } = work.placed;
    const placed = { batch: work.id, attempt: work.attempts, spans };
    const verdict = await run.revoker.attempt(run.selector, batch, { signal: run.hard, placed });
    if (verdict.mayHaveBeenReceived && verdict.advice !== 'done') work.mayHaveBeenReceived = true;
    return verdict;
  } catch (error) {
    // These two are thrown before anything leaves; of another nobody knows how far the request came
    const neverLeft = CredentialError.isInstance(error) || InvalidRequestError.isInstance(error);
    if (neverLeft) {
      countRequests(run, work, { repeats, by: -1 });
      await keepBack(run, work, sentAt);
    } else work.mayHaveBeenReceived = true;
    throw error;
  }
}

/** Flow control has let through whatever was answered otherwise. */
function turnEndOf({ about, httpStatus, retryAfterMs }: Verdict): TurnEnd {
  if (about === 'quota') return { kind: 'refused', ...(retryAfterMs !== undefined && { retryAfterMs }) };
  return { kind: httpStatus === undefined ? 'lost' : 'passed' };
}
