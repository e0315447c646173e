import type { Outcome, Verdict } from '@unpush/core';
import type { Family } from '../batches/family.ts';
import type { Run } from '../run.ts';
import { codeOf } from './write-down.ts';

/** How many batches of the input may be wholly refused while nothing at all was accepted. */
export const REFUSED_BEFORE_ANY_ACCEPTED = 3;
/** How many in a row, by one code, once something was. */
const REFUSED_IN_A_ROW = 20;
/** The same where a batch is one target: twenty people who have left the app, side by side, are no wrong list. */
const REFUSED_ONE_BY_ONE = 200;
/** After so many targets of a batch were refused, each alone, and none accepted, the rest of it is put off. */
const REFUSED_ALONE = 20;

/** Targets of a family that have come to the same end. */
export interface FamilyPart {
  readonly outcome: Exclude<Outcome, 'not-attempted'>;
  readonly count: number;
  /** Whether they were refused by themselves. */
  readonly isRefusal: boolean;
  /** Whether a single target was sent. */
  readonly isAlone: boolean;
  readonly verdict: Verdict;
}

/** Keeps count of batches that are refused whole: a wrong file or client id must not cost a request a target. */
export function countFamily<S>(run: Run<S>, family: Family, part: FamilyPart): void {
  const { outcome, count, isRefusal, isAlone, verdict } = part;
  const { findings } = run.progress;
  if (outcome === 'accepted') family.accepted += count;
  else if (isRefusal) family.refused += count;
  else family.unknown += count;
  if (outcome === 'accepted' || isRefusal) findings.all += count;
  if (isRefusal) findings.bad += count;
  if (isRefusal && isAlone) family.refusedAlone += 1;
  if (family.canary || family.putOff) return;
  if (family.accepted > 0) {
    run.progress.refusedInARow = 0;
    return;
  }
  const isWhole = family.refused === family.targets;
  if (!isRefusal || (!isWhole && family.refusedAlone < REFUSED_ALONE)) return;
  // What is left of it can wait until the end, when there may be better things to do with it, or a person asked
  if (!isWhole) family.putOff = true;
  countRefused(run, verdict);
}

function countRefused<S>(run: Run<S>, verdict: Verdict): void {
  const { progress } = run;
  const code = codeOf(verdict);
  const isSame = progress.refusedBy === code || !progress.accepted;
  progress.refusedInARow = isSame ? progress.refusedInARow + 1 : 1;
  progress.refusedBy = code;
  if (!progress.accepted && progress.refusedInARow >= REFUSED_BEFORE_ANY_ACCEPTED) {
    run.stop('nothing-accepted', verdict);
  }
  const most = run.revoker.batchSize === 1 ? REFUSED_ONE_BY_ONE : REFUSED_IN_A_ROW;
  if (progress.accepted && progress.refusedInARow >= most && !run.keepGoing) {
    run.stop('wholly-refused', verdict);
  }
}
