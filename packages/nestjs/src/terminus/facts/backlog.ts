import type { StoredRecall } from '@unpush/recall';
import type { RecallRunner } from '../../recalls/runner/recall-runner.ts';
import { inTime, LATE } from './in-time.ts';

/** The recalls of an app that are to go on. */
export interface Backlog {
  /** How many are not finished. */
  readonly unfinished: number;
  /** How many of them nobody works on. */
  readonly standing: number;
  /** When that was first found so, in milliseconds since 1970. */
  readonly standingSince?: number;
  /** Where recalls are on a queue: whether it answers, and what waits on it. */
  readonly queue?: QueueState;
}

export type QueueState =
  { readonly answers: true; readonly waitingRequests: number } | { readonly answers: false };

/** What a backlog is told from. */
export interface BacklogParts {
  readonly app: string;
  /** Unfinished, and wanted. */
  readonly recalls: readonly StoredRecall[];
  readonly runner: RecallRunner;
  readonly timeoutMs: number;
  /** What was found before. */
  readonly before: Backlog | undefined;
  readonly now: number;
}

/** Counts what is left to do for an app. */
export async function backlogOf(parts: BacklogParts): Promise<Backlog> {
  const { recalls, runner, before, now } = parts;
  const standing = recalls.filter(
    ({ recallId, summary }) => summary.state !== 'running' && runner.live(recallId) === undefined,
  ).length;
  const queue = await queueState(parts);
  return {
    unfinished: recalls.length,
    standing,
    ...(standing > 0 && { standingSince: before?.standingSince ?? now }),
    ...(queue !== undefined && { queue }),
  };
}

async function queueState({ app, runner, timeoutMs }: BacklogParts): Promise<QueueState | undefined> {
  const counting = runner.waiting?.(app);
  if (counting === undefined) return undefined;
  try {
    const waitingRequests = await inTime(counting, timeoutMs);
    return waitingRequests === LATE ? { answers: false } : { answers: true, waitingRequests };
  } catch {
    return { answers: false };
  }
}
