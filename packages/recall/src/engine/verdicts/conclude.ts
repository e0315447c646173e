import { NONE_REJECTED, type Outcome, type Rejected, type Verdict } from '@unpush/core';
import type { Held, Rest } from '../batches/family.ts';
import type { Placed } from '../batches/placed.ts';
import { returnsTo, type Work } from '../batches/work.ts';
import type { FinalStep } from './decide.ts';

/** What a final verdict means for each target of its batch. */
export interface Conclusion {
  readonly settled: readonly SettledPart[];
  /** To be sent again, in parts or as it is. */
  readonly rest?: Rest;
  /** A single target that was refused, perhaps not by its own fault. */
  readonly held?: Held;
}

/** Targets that came to the same end. */
export interface SettledPart {
  readonly outcome: Exclude<Outcome, 'not-attempted'>;
  readonly placed: Placed;
  /** Why they were refused by themselves; absent where they were not. */
  readonly reason?: string;
}

/** Draws the conclusion. Nothing is done about it yet. */
export function conclude(work: Work, step: FinalStep, verdict: Verdict): Conclusion {
  const { placed, mayHaveBeenReceived } = work;
  const rest = { placed, root: rootOf(work), knownBad: false, mayHaveBeenReceived };
  switch (step.kind) {
    case 'accept':
      return acceptAllBut(work, step.rejected);
    case 'reject':
      return rejectNamed(work, step.rejected, verdict);
    case 'divide':
      return { settled: [], rest: { ...rest, knownBad: true } };
    case 'shrink':
    case 'halve':
      return { settled: [], rest };
    case 'hold':
      return { settled: [], held: { ...rest, refusal: verdict } };
    case 'unknown':
      return { settled: [{ outcome: 'unknown', placed }] };
  }
}

function acceptAllBut(work: Work, rejected: ReadonlyMap<string, string>): Conclusion {
  const { refused, others } = part(work.placed, rejected);
  const accepted = others === undefined ? [] : [{ outcome: 'accepted' as const, placed: others }];
  return { settled: [...accepted, ...refusedParts(work, refused)] };
}

/** The vendor refused targets by themselves: all of the batch, or those named. What was not named is left. */
function rejectNamed(work: Work, rejected: Rejected, verdict: Verdict): Conclusion {
  const { placed, mayHaveBeenReceived } = work;
  if ('wholeBatch' in rejected) {
    return { settled: refusedParts(work, new Map([[rejected.wholeBatch, placed]])) };
  }
  const { refused, others } = part(placed, rejected);
  if (refused.size === 0 && placed.batch.count === 1) {
    // Refused alone: it does not take a name to know whom it means
    const reason = verdict.message ?? verdict.code ?? 'refused';
    return { settled: refusedParts(work, new Map([[reason, placed]])) };
  }
  const settled = refusedParts(work, refused);
  if (others === undefined) return { settled };
  // Where it names none of ours, the same again would get the same answer
  return {
    settled,
    rest: { placed: others, root: rootOf(work), knownBad: refused.size === 0, mayHaveBeenReceived },
  };
}

/** The batch in the ledger that what is left goes back to, or stays in. */
const rootOf = (work: Work): number => returnsTo(work) ?? work.id;

/**
 * A target that is refused after an earlier request with it was lost may have been taken back by that request,
 * so nobody knows.
 */
function refusedParts(
  { mayHaveBeenReceived }: Work,
  refused: ReadonlyMap<string, Placed>,
): readonly SettledPart[] {
  const outcome = mayHaveBeenReceived ? 'unknown' : 'rejected';
  return [...refused].map(([reason, placed]) => ({ outcome, placed, reason }));
}

/** Sorts a batch by what was named: by reason, and the others. */
function part(placed: Placed, named: ReadonlyMap<string, string>) {
  const refused = new Map<string, Placed>();
  // The usual answer names nobody: then no target needs to become a string
  if (named === NONE_REJECTED || named.size === 0) return { refused, others: placed };
  const byReason = new Map<string, number[]>();
  const unnamed: number[] = [];
  placed.batch.targets().forEach((target, index) => {
    const reason = named.get(target);
    const indices = reason === undefined ? unnamed : (byReason.get(reason) ?? []);
    indices.push(index);
    if (reason !== undefined) byReason.set(reason, indices);
  });
  if (byReason.size === 0) return { refused, others: placed };
  for (const [reason, indices] of byReason) refused.set(reason, placed.pick(indices));
  return { refused, others: unnamed.length === 0 ? undefined : placed.pick(unnamed) };
}
