import { failureOf, type Pacer, type SharedRecallStore } from '@unpush/recall';
import { DelayedError, Worker, type Job, type Queue } from 'bullmq';
import { keptIn } from '../../../recalls/kept-settings.ts';
import { closeSoon } from '../../queues/close-soon.ts';
import type { QueuePlace } from '../../queues/connection.ts';
import type { RedisWatch } from '../../queues/redis-watch.ts';
import type { Timings } from '../../queues/timings.ts';
import type { SendOptions } from '../requests/request-queue.ts';
import type { Session } from '../sessions/session.ts';
import type { EndedSession, Sessions } from '../sessions/sessions.ts';
import { progressOf, recallOf, showRecall } from './recall-job.ts';
import { Seats } from './seats.ts';
import { settleChildren } from './settle-children.ts';

/** The jobs of recalls while they are driven: triggers, and what a dashboard shows. Nothing else depends on them. */
export interface RecallJobs {
  /** Under which job the next request of a recall is shown; a tree has its bounds. */
  readonly parent: (recallId: string) => SendOptions['parent'];
  /** A session has ended. */
  readonly ended: (ended: EndedSession) => void;
  /** Takes jobs from the queue. */
  work(sessions: Sessions): void;
  /** Sees to it that what is wanted has a job, and tells how it stands. Nobody waits for that. */
  show(wanted: ReadonlySet<string>): void;
  /** Hands the jobs on to whoever drives next. */
  close(): Promise<void>;
}

/** What they stand on. */
export interface RecallJobsParts {
  /** The recalls of the app. */
  readonly queue: Queue;
  /** Their requests. */
  readonly batches: Queue;
  readonly watch: RedisWatch;
  readonly store: SharedRecallStore;
  readonly place: QueuePlace;
  readonly timings: Timings;
  readonly pacer: Pacer;
  readonly onError: (error: Error) => void;
}

/** Jobs cost nothing while they are driven: the sessions do. */
const MANY = 10_000;

export function openRecallJobs(parts: RecallJobsParts): RecallJobs {
  const { queue, batches, watch, store, place, timings, pacer, onError } = parts;
  const seats = new Seats();
  let working: { readonly worker: Worker; readonly sessions: Sessions } | undefined;
  let isShowing = false;

  async function process(job: Job, token: string | undefined): Promise<unknown> {
    const recallId = recallOf(job.data);
    const ended = seats.take(recallId, job);
    await decide(recallId);
    const end = await ended;
    switch (end.kind) {
      case 'ended':
        await settleChildren(job, batches);
        return end.summary;
      case 'failed':
        await settleChildren(job, batches);
        throw new Error(end.message);
      case 'handed-on':
        await job.moveToDelayed(Date.now(), token);
        throw new DelayedError();
    }
  }

  /** Begins what a job asks for, where the store says so too; else the job ends. */
  async function decide(recallId: string): Promise<void> {
    if (working === undefined || working.sessions.has(recallId)) return;
    try {
      await using record = await store.read(recallId);
      const [wanted, summary] = await Promise.all([record.wanted(), record.summary()]);
      const isDone = summary.state === 'finished' && keptIn(record.settings)?.retryUnknown !== true;
      if (wanted === 'stop' || isDone || record.forgotten) seats.end(recallId, { kind: 'ended', summary });
      else void working.sessions.begin(recallId);
    } catch (error) {
      onError(new Error(`Recall ${recallId} cannot be looked up: ${failureOf(error)}`, { cause: error }));
    }
  }

  async function tell({ recall, owned }: Pick<Session, 'recall' | 'owned'>): Promise<void> {
    const seat = seats.get(owned.recallId);
    if (seat === undefined || seat.isTelling || !watch.isUp) return;
    seat.isTelling = true;
    const remainingMs = recall.remainingMs();
    const { quota } = pacer;
    const facts = {
      ...(remainingMs !== undefined && { remainingMs }),
      ...(quota !== undefined && { quota }),
      at: Date.now(),
    };
    // A job that Redis has lost is made anew by the next look
    await seat.job.updateProgress(progressOf(recall.snapshot(), facts)).catch(() => undefined);
    seat.isTelling = false;
  }

  async function ensure(recallId: string): Promise<void> {
    await showRecall(queue, recallId);
    const job = await queue.getJob(recallId);
    if (job !== undefined) seats.find(recallId, job);
  }

  async function showAll(wanted: ReadonlySet<string>): Promise<void> {
    if (working === undefined) return;
    for (const session of working.sessions.all) void tell(session);
    for (const recallId of seats.taken()) if (!wanted.has(recallId)) await decide(recallId);
    for (const recallId of wanted) await ensure(recallId);
  }

  return {
    parent: (recallId) => (seats.link(recallId) ? { id: recallId, queue: queue.qualifiedName } : undefined),
    ended({ recallId, summary, failure, passing }) {
      const seat = seats.get(recallId);
      if (passing || seat === undefined) return;
      const { quota } = pacer;
      const last = progressOf(summary, { ...(quota !== undefined && { quota }), at: Date.now() });
      void seat.job
        .updateProgress(last)
        .catch(() => undefined)
        .then(() => {
          seats.end(
            recallId,
            failure === undefined ? { kind: 'ended', summary } : { kind: 'failed', message: failure },
          );
        });
    },
    work(sessions) {
      const worker = new Worker(queue.name, process, {
        ...place,
        concurrency: MANY,
        lockDuration: timings.lockMs,
        stalledInterval: timings.lockMs / 2,
        // A recall goes on however many processes that drove it have died
        maxStalledCount: MANY,
        runRetryDelay: 1000,
      });
      worker.on('error', onError);
      working = { worker, sessions };
    },
    show(wanted) {
      if (isShowing || !watch.isUp) return;
      isShowing = true;
      showAll(wanted)
        .catch((error: unknown) => {
          onError(new Error(`Recalls cannot be shown: ${failureOf(error)}`, { cause: error }));
        })
        .finally(() => (isShowing = false));
    },
    async close() {
      seats.endAll({ kind: 'handed-on' });
      if (working !== undefined) await closeSoon(working.worker);
    },
  };
}
