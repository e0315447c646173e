import { failureOf, createPacer, type Pacer } from '@unpush/recall';
import type { Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { appNameOf } from '../../recalls/app-of-recall.ts';
import { abortable } from '../queues/abortable.ts';
import type { DriverParts } from './driver-parts.ts';
import { fleetCredentials } from './requests/fleet-credentials.ts';
import { pausePacer } from './pause-pacer.ts';
import { knownQuota } from './recall-jobs/known-quota.ts';
import { openRecallJobs, type RecallJobs } from './recall-jobs/recall-jobs.ts';
import { openRequests, type Requests } from './requests/open-requests.ts';
import { openSessions, type Sessions } from './sessions/sessions.ts';

/** What it takes while the lease is held. */
export interface DriveParts extends DriverParts {
  /** The recalls of the app. */
  readonly queue: Queue;
  /** Ends the driving between two batches. */
  readonly signal: AbortSignal;
}

/** More than anybody has unfinished at once. */
const MANY = 10_000;

/** Drives the recalls of an app until the signal aborts, or Redis is away for too long. */
export async function drive(parts: DriveParts): Promise<void> {
  const { app, place, timings, onError, signal } = parts;
  const driver = randomUUID().slice(0, 8);
  const { concurrency } = app;
  const requests = openRequests({ app: app.name, place, timings, driver, concurrency, onError });
  try {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(timings.redisPatienceMs)]);
    await requests.watch.whenUp(soon);
    await abortable(requests.clear(), soon);
    const pacer = pausePacer(await abortable(pacerOf(parts), soon), requests.watch);
    const jobs = openRecallJobs({ ...parts, batches: requests.queue, watch: requests.watch, pacer });
    const sessions = openSessions({
      ...parts,
      requests,
      fleet: fleetCredentials(driver),
      pacer,
      parent: jobs.parent,
      onEnd: jobs.ended,
    });
    jobs.work(sessions);
    try {
      await look(parts, { requests, jobs, sessions });
    } finally {
      await sessions.close();
      await jobs.close();
    }
  } finally {
    await requests.close();
  }
}

/** One for all recalls of the app: so the vendor's quota is shared by whoever sends. */
async function pacerOf({ app, queue }: DriveParts): Promise<Pacer> {
  const { ceiling } = app.pacer;
  const known = await knownQuota(queue);
  return createPacer({
    concurrency: app.concurrency,
    ...(ceiling !== undefined && { targetsPerSecond: ceiling }),
    ...(known !== undefined && { knownQuota: known }),
  });
}

interface Driven {
  readonly requests: Requests;
  readonly jobs: RecallJobs;
  readonly sessions: Sessions;
}

/** Brings what is done in line with what is wanted, again and again. */
async function look(parts: DriveParts, driven: Driven): Promise<void> {
  const { timings, onError, signal } = parts;
  let told: string | undefined;
  while (!signal.aborted && driven.requests.watch.awayMs < timings.redisPatienceMs) {
    try {
      await align(parts, driven);
      told = undefined;
    } catch (error) {
      // The sessions have a patience of their own
      const message = `What is wanted cannot be looked up: ${failureOf(error)}`;
      if (message !== told) onError(new Error(message, { cause: error }));
      told = message;
    }
    await sleep(timings.lookMs, undefined, { signal }).catch(() => undefined);
  }
}

async function align({ apps, app, store }: DriveParts, { jobs, sessions }: Driven): Promise<void> {
  const stored = await store.list({ wanted: 'run', finished: false, limit: MANY });
  const wanted = new Set(
    stored.flatMap((recall) =>
      !recall.forgotten && appNameOf(apps, recall) === app.name ? [recall.facts.recallId] : [],
    ),
  );
  for (const { owned } of sessions.all) {
    // One that was finished and is tried again is not among the unfinished until it has begun
    if (!wanted.has(owned.recallId) && (await owned.wanted()) === 'stop') sessions.stop(owned.recallId);
  }
  for (const recallId of wanted) void sessions.begin(recallId);
  jobs.show(wanted);
}
