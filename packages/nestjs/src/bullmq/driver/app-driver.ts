import { failureOf } from '@unpush/recall';
import { Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UnpushApp } from '../../app/app.ts';
import { closeSoon } from '../queues/close-soon.ts';
import { recallsQueue } from '../queues/queue-names.ts';
import { watchRedis } from '../queues/redis-watch.ts';
import { drive } from './drive.ts';
import type { DriverParts } from './driver-parts.ts';

/** Drives an app whenever no other process does. */
export interface AppDriver {
  /** Ends what is driven between two batches, and lets another process drive. */
  close(): Promise<void>;
}

/** One process at a time drives an app: it keeps the pace, and the ledgers. Each that is able stands by. */
export function openAppDriver(parts: DriverParts): AppDriver {
  const { app, store, place, timings, log, onError } = parts;
  const closing = new AbortController();
  const isClosing = (): boolean => closing.signal.aborted;
  const queue = new Queue(recallsQueue(app.name), place);
  queue.on('error', onError);
  const watch = watchRedis(queue);

  async function driveOnce(): Promise<void> {
    // Who cannot reach Redis can drive nothing
    await watch.whenUp(closing.signal);
    await using lease = await store.lease(leaseOf(app));
    if (lease === undefined) return;
    log(`This process drives the recalls of app ${app.name} from now on.`);
    await drive({ ...parts, queue, signal: AbortSignal.any([lease.lost, closing.signal]) });
    log(`This process no longer drives the recalls of app ${app.name}.`);
  }

  async function standBy(): Promise<void> {
    let told: string | undefined;
    while (!isClosing()) {
      try {
        await driveOnce();
        told = undefined;
      } catch (error) {
        const message = `The recalls of app ${app.name} cannot be driven from here: ${failureOf(error)}`;
        if (!isClosing() && message !== told) onError(new Error(message, { cause: error }));
        told = message;
      }
      // Not all at the same moment
      const ms = timings.standByMs * (0.8 + 0.4 * Math.random());
      await sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }
  const standing = standBy();

  return {
    async close() {
      closing.abort(new Error('the application is shutting down'));
      await standing;
      watch.close();
      await closeSoon(queue);
    },
  };
}

/** Apps of two modules may have the same name. */
const leaseOf = ({ name, vendor, vendorApp }: UnpushApp): string =>
  `unpush:driver:${name}:${vendor}:${vendorApp}`;
