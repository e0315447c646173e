import {
  failureOf,
  mayPass,
  type OwnedRecall,
  type Pacer,
  type Recall,
  type RecallSummary,
} from '@unpush/recall';
import type { UnpushApp } from '../../../app/app.ts';
import { endSession } from '../../../recalls/end-session.ts';
import type { RecallNews } from '../../../recalls/news/recall-news.ts';
import { runOwned } from '../../../recalls/run-owned.ts';
import type { FleetCredentials } from '../requests/fleet-credentials.ts';
import { queueRevoker } from '../requests/queue-revoker.ts';
import { RedisRefusesError } from '../requests/redis-refuses-error.ts';
import type { RequestQueue, SendOptions } from '../requests/request-queue.ts';

/** What the sessions of an app share. */
export interface SessionMeans {
  readonly app: UnpushApp;
  readonly requests: RequestQueue;
  readonly fleet: FleetCredentials;
  readonly pacer: Pacer;
  readonly observe: (news: RecallNews) => void;
  /** Under which job the next request of a recall is shown, where it is shown at all. */
  readonly parent: (recallId: string) => SendOptions['parent'];
}

/** A recall that is driven. */
export interface Session {
  readonly recall: Recall;
  readonly owned: OwnedRecall;
  /** Resolves once the recall is let go of; never rejects. */
  readonly ended: Promise<SessionResult>;
}

/** How a session has ended. */
export interface SessionResult {
  readonly summary: RecallSummary;
  /** The error that ended it, without secrets. */
  readonly failure?: string;
  /** Whether that may be gone by itself a moment later, so that the recall is still wanted. */
  readonly passing: boolean;
}

/** Drives a recall: the engine runs here, and others send. */
export function beginSession(owned: OwnedRecall, means: SessionMeans): Session {
  const { app, requests, fleet, pacer, observe, parent } = means;
  const { recallId } = owned;
  const tell = (event: RecallNews['event']): void => {
    observe({ recallId, app: app.name, event });
  };
  tell({ type: 'began', facts: owned.facts });
  const revoker = queueRevoker({
    recallId,
    at: { vendor: app.vendor, app: app.vendorApp, endpoint: app.endpoint },
    batchSize: app.revoker.batchSize,
    requests,
    fleet,
    parent: () => parent(recallId),
  });
  const recall = runOwned({ app, owned, revoker, pacer, observe: tell });
  return { recall, owned, ended: finish({ recall, owned, tell }) };
}

interface Begun extends Pick<Session, 'recall' | 'owned'> {
  readonly tell: (event: RecallNews['event']) => void;
}

async function finish({ recall, owned, tell }: Begun): Promise<SessionResult> {
  const error = await recall.done.then(
    () => undefined,
    (reason: unknown) => ({ reason }),
  );
  const failure = error === undefined ? undefined : failureOf(error.reason);
  const passing = error !== undefined && passes(error.reason);
  const summary = recall.snapshot();
  const late: string[] = [];
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    await work().catch((reason: unknown) => late.push(failureOf(reason)));
  };
  // Nothing can be written once somebody else has it, and nothing need be
  if (!passing && !owned.lost.aborted) {
    await attempt(() => endSession(owned, { summary, ...(failure !== undefined && { failure }) }));
  }
  await attempt(() => owned.close());
  for (const message of [...(failure === undefined ? [] : [failure]), ...late])
    tell({ type: 'failed', message });
  tell({ type: 'ended', summary });
  return { summary, passing: passing || late.length > 0, ...(failure !== undefined && { failure }) };
}

/** What is wrong with the recall, with the key or with us stays wrong until somebody has seen to it. */
const passes = (error: unknown): boolean => mayPass(error) || error instanceof RedisRefusesError;
