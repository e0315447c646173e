import { maskSecrets, type Outcome, type Rejected, type Verdict } from '@unpush/core';
import type { Placed } from '../batches/placed.ts';
import type { Run } from '../run.ts';
import type { Family, Work } from '../batches/work.ts';

/** How many batches of the input may be wholly refused while nothing at all was accepted. */
const REFUSED_BEFORE_ANY_ACCEPTED = 3;
/** How many in a row, by one code, once something was. */
const REFUSED_IN_A_ROW = 20;

/** Hands targets on as done with. */
export async function settle<S>(
  run: Run<S>,
  end: { outcome: Outcome; placed: Placed; verdict?: Verdict },
): Promise<void> {
  const { outcome, placed, verdict } = end;
  const code = verdict && codeOf(verdict);
  run.tally.settle(outcome, placed.batch.count, code);
  await run.sink?.settled({
    outcome,
    placed,
    ...(code !== undefined && { code }),
    // A vendor may echo what it was sent, and what it was sent includes a JWT
    ...(verdict?.message !== undefined && outcome !== 'accepted' && { reason: maskSecrets(verdict.message) }),
    ...(verdict?.requestId !== undefined && { requestId: verdict.requestId }),
  });
}

/** The recall stops: what this batch held is given its outcome as it stands. */
export async function abandon<S>(run: Run<S>, work: Work, verdict?: Verdict): Promise<void> {
  const outcome = work.mayHaveBeenReceived ? 'unknown' : 'not-attempted';
  run.progress.cutShort = true;
  await settle(run, { outcome, placed: work.placed, ...(verdict !== undefined && { verdict }) });
}

/** What decided: the vendor's code, else the HTTP status, else why there was no answer. */
export function codeOf({ code, httpStatus, failure }: Verdict): string | undefined {
  if (code !== undefined) return code;
  return httpStatus === undefined ? failure : `HTTP ${httpStatus}`;
}

/** The request was accepted; what it names as refused was not. */
export async function settleAccepted<S>(run: Run<S>, work: Work, verdict: Verdict): Promise<void> {
  run.credentials.proven(verdict.credentialId);
  const named = 'wholeBatch' in verdict.rejected ? new Map<string, string>() : verdict.rejected;
  const { refused, rest } = part(work.placed, named);
  if (rest !== undefined) {
    run.progress.accepted = true;
    await settle(run, { outcome: 'accepted', placed: rest, verdict });
    count(run, work.family, { accepted: rest.batch.count });
  }
  await settleNamed(run, { work, verdict, refused });
}

/**
 * The vendor refused targets by themselves: all of the batch, or those named. Returns what is left, to be sent
 * again; `work.placed` itself where nobody of the batch was named.
 */
export async function settleRejected<S>(
  run: Run<S>,
  work: Work,
  answer: { verdict: Verdict; rejected: Rejected },
): Promise<Placed | undefined> {
  const { verdict, rejected } = answer;
  if ('wholeBatch' in rejected) {
    await settleNamed(run, { work, verdict, refused: new Map([[rejected.wholeBatch, work.placed]]) });
    return undefined;
  }
  const { refused, rest } = part(work.placed, rejected);
  if (refused.size === 0 && work.placed.batch.count === 1) {
    // Refused alone: it does not take a name to know whom it means
    const reason = verdict.message ?? verdict.code ?? 'refused';
    await settleNamed(run, { work, verdict, refused: new Map([[reason, work.placed]]) });
    return undefined;
  }
  await settleNamed(run, { work, verdict, refused });
  return rest;
}

interface Named {
  readonly work: Work;
  readonly verdict: Verdict;
  readonly refused: ReadonlyMap<string, Placed>;
}

async function settleNamed<S>(run: Run<S>, { work, verdict, refused }: Named): Promise<void> {
  for (const [reason, placed] of refused) {
    await settle(run, { outcome: refusedOutcome(work), placed, verdict: { ...verdict, message: reason } });
    count(run, work.family, { refused: placed.batch.count, by: verdict });
  }
}

/**
 * A target that is refused after an earlier request with it was lost may have been taken back by that request,
 * so nobody knows.
 */
const refusedOutcome = ({ mayHaveBeenReceived }: Work): Outcome =>
  mayHaveBeenReceived ? 'unknown' : 'rejected';

/** Sorts a batch by what was named: by reason, and the rest. */
function part(placed: Placed, named: ReadonlyMap<string, string>) {
  // The usual answer names nobody: then no target needs to become a string
  if (named.size === 0) return { refused: new Map<string, Placed>(), rest: placed };
  const byReason = new Map<string, number[]>();
  const others: number[] = [];
  placed.batch.targets().forEach((target, index) => {
    const reason = named.get(target);
    const indices = reason === undefined ? others : (byReason.get(reason) ?? []);
    indices.push(index);
    if (reason !== undefined) byReason.set(reason, indices);
  });
  if (byReason.size === 0) return { refused: new Map<string, Placed>(), rest: placed };
  const refused = new Map([...byReason].map(([reason, indices]) => [reason, placed.pick(indices)] as const));
  return { refused, rest: others.length === 0 ? undefined : placed.pick(others) };
}

/** Keeps count of batches that were refused whole: a wrong file or client id must not cost a request a target. */
function count<S>(
  run: Run<S>,
  family: Family,
  more: { readonly accepted?: number; readonly refused?: number; readonly by?: Verdict },
): void {
  family.accepted += more.accepted ?? 0;
  family.refused += more.refused ?? 0;
  if (family.accepted + family.refused < family.targets) return;
  const { progress } = run;
  if (family.accepted > 0) {
    progress.refusedInARow = 0;
    return;
  }
  const code = more.by && codeOf(more.by);
  progress.refusedInARow = progress.refusedBy === code || !progress.accepted ? progress.refusedInARow + 1 : 1;
  progress.refusedBy = code;
  if (family.canary) return;
  if (!progress.accepted && progress.refusedInARow >= REFUSED_BEFORE_ANY_ACCEPTED) {
    run.stop('nothing-accepted', more.by);
  }
  if (progress.accepted && progress.refusedInARow >= REFUSED_IN_A_ROW && !run.keepGoing) {
    run.stop('wholly-refused', more.by);
  }
}
