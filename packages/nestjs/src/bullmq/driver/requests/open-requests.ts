import { Queue, QueueEvents } from 'bullmq';
import { closeSoon } from '../../queues/close-soon.ts';
import type { QueuePlace } from '../../queues/connection.ts';
import { batchesQueue } from '../../queues/queue-names.ts';
import { watchRedis, type RedisWatch } from '../../queues/redis-watch.ts';
import type { Timings } from '../../queues/timings.ts';
import { listenToEndings } from './endings.ts';
import { openRequestQueue, type RequestQueue } from './request-queue.ts';

/** The driver's end of an app's queue of requests. */
export interface Requests extends RequestQueue {
  readonly queue: Queue;
  readonly watch: RedisWatch;
  /** Takes back what a former driver has left in the queue and nobody has taken up. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** How it is opened. */
export interface RequestsOptions {
  /** Our own name of the app. */
  readonly app: string;
  readonly place: QueuePlace;
  readonly timings: Timings;
  /** Names the driver. */
  readonly driver: string;
  /** The most requests under way at once. */
  readonly concurrency: number;
  readonly onError: (error: Error) => void;
}

/** Of a job there are four events or five; older ones are of no use to anybody. */
const EVENTS_KEPT = 2000;

/** What has ended stays for a while: to be asked for if its event was lost, and for people who look. */
const LEAST_KEPT = 200;

export function openRequests(options: RequestsOptions): Requests {
  const { app, place, timings, driver, concurrency, onError } = options;
  const name = batchesQueue(app);
  const queue = new Queue(name, { ...place, streams: { events: { maxLen: EVENTS_KEPT } } });
  // From the start of the stream: an event that comes before the first reading must not be missed
  const events = new QueueEvents(name, { ...place, lastEventId: '0-0' });
  queue.on('error', onError);
  events.on('error', onError);
  const watch = watchRedis(queue);
  const endings = listenToEndings({ queue, events, silenceMs: timings.silenceMs });
  const requests = openRequestQueue({
    queue,
    endings,
    watch,
    driver,
    kept: Math.max(LEAST_KEPT, concurrency),
    giveUpAfterMs: timings.requestMs,
    patienceMs: timings.redisPatienceMs,
  });
  return {
    queue,
    watch,
    send: (request, how) => requests.send(request, how),
    clear: () => queue.drain(),
    async close() {
      watch.close();
      endings.close();
      await closeSoon(queue, events);
    },
  };
}
