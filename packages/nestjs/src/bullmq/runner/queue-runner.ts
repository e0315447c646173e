import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { failureOf, type OwnedRecall, type RecallSummary, type SharedRecallStore } from '@unpush/recall';
import { Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UnpushApp } from '../../app/app.ts';
import { keptIn } from '../../recalls/kept-settings.ts';
import type { RecallRunner, RunnerParts } from '../../recalls/runner/recall-runner.ts';
import { openBatchWorker, type BatchWorker } from '../batch/open-batch-worker.ts';
import { openAppDriver, type AppDriver } from '../driver/app-driver.ts';
import { showRecall } from '../driver/recall-jobs/recall-job.ts';
import { closeSoon } from '../queues/close-soon.ts';
import type { QueuePlace } from '../queues/connection.ts';
import { warnOfEviction } from '../queues/eviction.ts';
import { batchesQueue, recallsQueue } from '../queues/queue-names.ts';
import type { Timings } from '../queues/timings.ts';
import { followRecalls, type RecallFollower } from './follow-recalls.ts';

/** What the runner on a queue is made with, beside what every runner is. */
export interface QueueRunnerParts extends Omit<RunnerParts, 'store'> {
  readonly store: SharedRecallStore;
  readonly place: QueuePlace;
  readonly timings: Timings;
  /** Whether this process works on recalls, or only starts and shows them. */
  readonly role: 'worker' | 'client';
  /** The most requests of an app that this process makes at once. */
  readonly concurrency: number;
}

/** What there is to do, over all apps of the module. */
export interface Backlog {
  /** Recalls that are wanted and not finished. */
  readonly recalls: number;
  /** Requests that no process has taken up. */
  readonly waitingRequests: number;
}

/** An app as this process has it on the queue. */
interface Served {
  readonly recalls: Queue;
  readonly batches: Queue;
  readonly follower: RecallFollower;
  worker?: BatchWorker;
  driver?: AppDriver;
}

/** So long is waited for Redis by whoever starts a recall: it is in the store, and found there. */
const TELLING_MS = 2000;
const LOOK_AGAIN_MS = 250;
const MANY = 10_000;

/** Works on recalls together with every other process on the same queue and store. */
export class QueueRunner implements RecallRunner, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly isShared = true;
  readonly #logger = new Logger('Unpush');
  readonly #parts: QueueRunnerParts;
  readonly #served: ReadonlyMap<string, Served>;
  readonly #listeners = new Set<(summary: RecallSummary) => void>();
  readonly #closing = new AbortController();
  #troubled = 0;

  constructor(parts: QueueRunnerParts) {
    this.#parts = parts;
    this.#served = new Map(parts.apps.all.map((app) => [app.name, this.#serve(app)]));
  }

  /** Whether what is wanted is taken up here is a matter of the role: on a queue somebody always does. */
  onApplicationBootstrap(): void {
    const [first] = this.#served.values();
    const warn = (message: string): void => this.#logger.warn(message);
    if (first !== undefined) void warnOfEviction(first.recalls, warn);
    if (this.#parts.role === 'client') return;
    const { store, place, timings, concurrency, apps, observe } = this.#parts;
    const common = { store, place, timings, onError: this.#onError };
    for (const app of apps.all) {
      const served = this.#served.get(app.name);
      if (served === undefined) continue;
      served.worker = openBatchWorker({ app, concurrency, ...common });
      const log = (message: string): void => this.#logger.log(message);
      served.driver = openAppDriver({ app, apps, observe, log, ...common });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    const all = [...this.#served.values()];
    // The driver first: its requests are made by this process, too
    await Promise.all(all.map((served) => served.driver?.close() ?? Promise.resolve()));
    await Promise.all(all.map((served) => served.worker?.close() ?? Promise.resolve()));
    await Promise.all([
      ...all.map((served) => served.follower.close()),
      closeSoon(...all.flatMap(({ recalls, batches }) => [recalls, batches])),
    ]);
  }

  async begin(owned: OwnedRecall): Promise<void> {
    const { recallId, settings } = owned;
    const app = keptIn(settings)?.app;
    // Before its job: whoever takes that has to have it
    await owned.close();
    await this.#tell(recallId, app);
  }

  async resume(recallId: string): Promise<void> {
    await using record = await this.#parts.store.read(recallId);
    await this.#tell(recallId, keptIn(record.settings)?.app);
  }

  /** Its driver looks about once a second at what is wanted. */
  async stop(recallId: string): Promise<void> {
    while (!this.#closing.signal.aborted) {
      await using record = await this.#parts.store.read(recallId);
      const { state } = await record.summary();
      if (state !== 'running') return;
      await sleep(LOOK_AGAIN_MS, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  live(recallId: string): RecallSummary | undefined {
    return this.#last(recallId)?.summary;
  }

  remainingMs(recallId: string): Promise<number | undefined> {
    return Promise.resolve(this.#last(recallId)?.remainingMs);
  }

  onChange(listener: (summary: RecallSummary) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  waiting(app: string): Promise<number> {
    return this.#served.get(app)?.batches.getWaitingCount() ?? Promise.resolve(0);
  }

  /** For health checks. Rejects where the store or Redis cannot be reached. */
  async backlog(): Promise<Backlog> {
    const stored = await this.#parts.store.list({ wanted: 'run', finished: false, limit: MANY });
    const ours = stored.filter(({ settings }) => this.#served.has(keptIn(settings)?.app ?? ''));
    const waiting = await Promise.all([...this.#served.keys()].map((app) => this.waiting(app)));
    return { recalls: ours.length, waitingRequests: waiting.reduce((sum, count) => sum + count, 0) };
  }

  #serve({ name }: UnpushApp): Served {
    const { place } = this.#parts;
    const onError = this.#onError;
    const recalls = new Queue(recallsQueue(name), { ...place, streams: { events: { maxLen: 500 } } });
    const batches = new Queue(batchesQueue(name), place);
    recalls.on('error', onError);
    batches.on('error', onError);
    const onChange = (summary: RecallSummary): void => {
      for (const listener of this.#listeners) listener(summary);
    };
    return { recalls, batches, follower: followRecalls({ app: name, place, onChange, onError }) };
  }

  #last(recallId: string): ReturnType<RecallFollower['last']> {
    for (const { follower } of this.#served.values()) {
      const last = follower.last(recallId);
      if (last !== undefined) return last;
    }
    return undefined;
  }

  /** Puts the recall on the queue. Without Redis it is found by a look into the store, once Redis is back. */
  async #tell(recallId: string, app: string | undefined): Promise<void> {
    const served = this.#served.get(app ?? '');
    if (served === undefined) return;
    const shown = showRecall(served.recalls, recallId).then(
      () => true,
      () => false,
    );
    const late = new AbortController();
    const isShown = await Promise.race([
      shown,
      sleep(TELLING_MS, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    if (isShown) return;
    this.#logger.warn(
      `Redis cannot be reached: recall ${recallId} is written down, and begins once it is back.`,
    );
  }

  /** A lost connection says so again and again, on each of several. */
  readonly #onError = (error: Error): void => {
    const now = performance.now();
    if (now < this.#troubled) return;
    this.#troubled = now + 5000;
    this.#logger.warn(`The queue: ${failureOf(error)}`);
  };
}
