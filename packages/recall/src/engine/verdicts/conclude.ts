import type { Verdict } from '@unpush/core';
import type { FinalStep } from './decide.ts';
import type { Placed } from '../batches/placed.ts';
import type { Run } from '../run.ts';
import { settle, settleAccepted, settleRejected } from './settle.ts';
import { cut, type Work } from '../batches/work.ts';

/** What is left of a batch once it has been dealt with. */
export interface Leftover {
  /** To be sent as batches of their own. */
  readonly again: readonly Work[];
  /** A single target that was refused, perhaps not by its own fault. */
  readonly held?: Held;
}

/** A target that waits for its outcome until the canary is through. */
export interface Held {
  readonly work: Work;
  readonly verdict: Verdict;
}

const NOTHING: Leftover = { again: [] };

/** Takes the last step with a batch: settles its targets, or hands them back. */
export async function conclude<S>(
  run: Run<S>,
  work: Work,
  { step, verdict }: { readonly step: FinalStep; readonly verdict: Verdict },
): Promise<Leftover> {
  const { placed } = work;
  switch (step.kind) {
    case 'accept':
      run.pacer.accepted(placed.batch.count);
      await settleAccepted(run, work, verdict);
      return NOTHING;
    case 'reject': {
      const rest = await settleRejected(run, work, { verdict, rejected: step.rejected });
      if (rest === undefined) return NOTHING;
      // Where it names none of ours, the same again would get the same answer
      return { again: rest === placed ? halves(run, work) : children(run, work, [rest]) };
    }
    case 'divide':
      return { again: halves(run, work) };
    case 'shrink':
      run.batchSize = Math.min(run.batchSize, step.to);
      run.observe({ type: 'shrunk', batchSize: run.batchSize });
      return { again: children(run, work, cut(placed, step.to)) };
    case 'hold':
      return { again: [], held: { work, verdict } };
    case 'unknown':
      await settle(run, { outcome: 'unknown', placed, verdict });
      return NOTHING;
  }
}

const halves = <S>(run: Run<S>, work: Work): readonly Work[] =>
  children(run, work, cut(work.placed, Math.ceil(work.placed.batch.count / 2)));

const children = <S>(run: Run<S>, work: Work, parts: readonly Placed[]): readonly Work[] =>
  parts.map((placed) => ({ ...work, placed, id: run.progress.nextId++, parent: work.id }));
