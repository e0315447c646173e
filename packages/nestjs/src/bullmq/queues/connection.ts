import type { ConnectionOptions } from 'bullmq';

/** Where the queues lie: what every queue, worker and listener is made with. */
export interface QueuePlace {
  readonly connection: ConnectionOptions;
  readonly prefix: string;
}

/** BullMQ's own. */
const DEFAULT_PREFIX = 'bull';

/** Rather than a second and more: a recall stands still for as long. */
const SLOWEST_RETRY_MS = 1000;
const retryStrategy = (times: number): number => Math.min(times * 100, SLOWEST_RETRY_MS);

/** What the team gave, made fit: its own client as it is, and options so that Redis is soon reached again. */
export function placeOf({ connection, prefix = DEFAULT_PREFIX }: Partial<QueuePlace>): QueuePlace {
  if (connection === undefined) return { connection: { retryStrategy, maxRetriesPerRequest: null }, prefix };
  if (isClient(connection)) return { connection, prefix };
  return { connection: { retryStrategy, maxRetriesPerRequest: null, ...connection }, prefix };
}

/** Whether it is a client, of whichever driver, rather than options to make one of. */
const isClient = (connection: ConnectionOptions): boolean =>
  'duplicate' in connection && typeof connection.duplicate === 'function';
