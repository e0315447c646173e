import { Worker, type Job } from 'bullmq';
import { closeSoon } from '../queues/close-soon.ts';
import type { QueuePlace } from '../queues/connection.ts';
import { batchesQueue } from '../queues/queue-names.ts';
import type { Timings } from '../queues/timings.ts';
import type { AnswerWire } from './wire/answer-wire.ts';
import { createBatchSender, type SendingMeans } from './send-batch.ts';

/** How this process takes requests of an app from the queue. */
export interface BatchWorkerParts extends Omit<SendingMeans, 'signal'> {
  readonly place: QueuePlace;
  readonly timings: Timings;
  /** The most that it makes at once. */
  readonly concurrency: number;
  readonly onError: (error: Error) => void;
}

/** Takes requests from the queue, one exchange each. */
export interface BatchWorker {
  /** Takes no more. Those under way have a moment to be answered; then they are given up, and the driver is told. */
  close(): Promise<void>;
}

export function openBatchWorker(parts: BatchWorkerParts): BatchWorker {
  const { app, store, place, timings, concurrency, onError } = parts;
  const over = new AbortController();
  const underWay = new Set<Promise<AnswerWire>>();
  const send = createBatchSender({ app, store, signal: over.signal });
  const take = (job: Job): Promise<AnswerWire> => {
    const sending = send(job.data).finally(() => underWay.delete(sending));
    underWay.add(sending);
    return sending;
  };
  const worker = new Worker(batchesQueue(app.name), take, {
    ...place,
    concurrency,
    lockDuration: timings.lockMs,
    stalledInterval: timings.lockMs / 2,
    // A request whose process died is none that another may simply make again: the engine decides
    maxStalledCount: 0,
    runRetryDelay: 1000,
  });
  worker.on('error', onError);
  return {
    async close() {
      await worker.pause(true);
      const timer = setTimeout(() => {
        over.abort(new Error('the process is shutting down'));
      }, timings.graceMs);
      await Promise.allSettled(underWay);
      clearTimeout(timer);
      await closeSoon(worker);
    },
  };
}
