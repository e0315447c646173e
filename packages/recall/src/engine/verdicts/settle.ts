import { maskSecrets, type Outcome, type Verdict } from '@unpush/core';
import type { Placed } from '../batches/placed.ts';
import type { Work } from '../batches/work.ts';
import type { Run } from '../run.ts';
import type { SettledPart } from './conclude.ts';
import { countFamily } from './count-family.ts';
import { codeOf } from './write-down.ts';

/** Targets that have come to their end, for the counts and for whoever wants to know. */
interface End {
  readonly outcome: Outcome;
  readonly placed: Placed;
  readonly verdict?: Verdict;
  readonly reason?: string;
}

function count<S>({ tally }: Run<S>, { outcome, placed, verdict }: End): void {
  tally.settle(outcome, placed.batch.count, verdict && codeOf(verdict));
}

async function tell<S>({ sink }: Run<S>, end: End): Promise<void> {
  const { outcome, placed, verdict } = end;
  const code = verdict && codeOf(verdict);
  const reason = end.reason ?? verdict?.message;
  await sink?.settled({
    outcome,
    placed,
    ...(code !== undefined && { code }),
    // A vendor may echo what it was sent, and what it was sent includes a JWT
    ...(reason !== undefined && outcome !== 'accepted' && { reason: maskSecrets(reason) }),
    ...(verdict?.requestId !== undefined && { requestId: verdict.requestId }),
  });
}

/** What is written down is counted, all of it, and then told: a sink may fail. */
export async function settleParts<S>(
  run: Run<S>,
  work: Work,
  { parts, verdict }: { readonly parts: readonly SettledPart[]; readonly verdict: Verdict },
): Promise<void> {
  const isAlone = work.placed.batch.count === 1;
  for (const part of parts) {
    const { outcome, placed, reason } = part;
    if (outcome === 'accepted') run.progress.accepted = true;
    count(run, { ...part, verdict });
    countFamily(run, work.family, {
      outcome,
      count: placed.batch.count,
      isRefusal: reason !== undefined,
      isAlone,
      verdict,
    });
  }
  for (const part of parts) await tell(run, { ...part, verdict });
}

/** The recall stops: what these targets are is told as it stands. They stay open in the ledger. */
export async function abandon<S>(
  run: Run<S>,
  { placed, mayHaveBeenReceived }: { readonly placed: Placed; readonly mayHaveBeenReceived: boolean },
  verdict?: Verdict,
): Promise<void> {
  const outcome = mayHaveBeenReceived ? 'unknown' : 'not-attempted';
  run.progress.cutShort = true;
  const end = { outcome, placed, ...(verdict !== undefined && { verdict }) } as const;
  count(run, end);
  await tell(run, end);
}
