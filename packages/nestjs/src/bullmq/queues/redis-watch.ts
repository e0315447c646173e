import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import { abortable } from './abortable.ts';

/** Knows whether Redis is there. */
export interface RedisWatch {
  readonly isUp: boolean;
  /** How many times the connection was lost. */
  readonly breaks: number;
  /** For how long it is away by now, in milliseconds; 0 while it is there. */
  readonly awayMs: number;
  /** Resolves when it is there; rejects when the signal aborts. */
  whenUp(signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Between two questions whether it is back. */
const AGAIN_MS = 200;

/** Watches the connection of a queue. That it is back is known once a command gets through. */
export function watchRedis(queue: Queue): RedisWatch {
  const closed = new AbortController();
  let isUp = false;
  let breaks = 0;
  let since = performance.now();
  let isAsking = false;
  let back = Promise.withResolvers<undefined>();

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (!isUp && !closed.signal.aborted) {
      const asked = breaks;
      const got = await queue.count().then(
        () => true,
        () => false,
      );
      if (got && asked === breaks) {
        isUp = true;
        back.resolve(undefined);
      } else await sleep(AGAIN_MS, undefined, { signal: closed.signal }).catch(() => undefined);
    }
    isAsking = false;
  }

  const onClose = (): void => {
    breaks += 1;
    if (isUp) {
      isUp = false;
      since = performance.now();
      back = Promise.withResolvers();
    }
    void ask();
  };
  queue.on('ioredis:close', onClose);
  void ask();

  return {
    get isUp() {
      return isUp;
    },
    get breaks() {
      return breaks;
    },
    get awayMs() {
      return isUp ? 0 : performance.now() - since;
    },
    async whenUp(signal) {
      signal.throwIfAborted();
      while (!isUp) await abortable(back.promise, signal);
    },
    close() {
      closed.abort();
      queue.off('ioredis:close', onClose);
    },
  };
}
