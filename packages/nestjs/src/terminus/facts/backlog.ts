import type { StoredRecall } from '@unpush/recall';
import type { RecallRunner } from '../../recalls/runner/recall-runner.ts';

/** The recalls of an app that are to go on. */
export interface Backlog {
  /** How many are not finished. */
  readonly unfinished: number;
  /** How many of them nobody works on. */
  readonly standing: number;
  /** How many requests wait for a worker, where there are such. */
  readonly waitingRequests?: number;
}

/** What a backlog is told from. */
export interface BacklogParts {
  readonly app: string;
  /** Unfinished, and wanted. */
  readonly recalls: readonly StoredRecall[];
  readonly runner: RecallRunner;
}

/** Counts what is left to do for an app. */
export async function backlogOf({ app, recalls, runner }: BacklogParts): Promise<Backlog> {
  const standing = recalls.filter(
    ({ recallId, summary }) => summary.state !== 'running' && runner.live(recallId) === undefined,
  );
  const waitingRequests = await runner.waiting?.(app);
  return {
    unfinished: recalls.length,
    standing: standing.length,
    ...(waitingRequests !== undefined && { waitingRequests }),
  };
}
