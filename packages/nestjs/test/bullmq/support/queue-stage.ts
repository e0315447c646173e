import { randomUUID } from 'node:crypto';
import { batchOf, type Batch, type Revoker } from '@unpush/core';
import type { SharedRecallStore, Spans } from '@unpush/recall';
import { createMemoryTokenCache, huaweiEndpoint } from '@unpush/transport';
import { undiciSender } from '@unpush/transport/undici';
import { startServer, type RedisServer } from '@unpush/testing/servers';
import { Redis } from 'ioredis';
import type { Selector, UnpushApp } from '../../../src/app/app.ts';
import { openApps } from '../../../src/app/open-apps.ts';
import type { AppOptions, HuaweiAppOptions } from '../../../src/index.ts';
import { openBatchWorker, type BatchWorker } from '../../../src/bullmq/batch/open-batch-worker.ts';
import { fleetCredentials } from '../../../src/bullmq/driver/requests/fleet-credentials.ts';
import { queueRevoker } from '../../../src/bullmq/driver/requests/queue-revoker.ts';
import { openRequests, type Requests } from '../../../src/bullmq/driver/requests/open-requests.ts';
import { placeOf, type QueuePlace } from '../../../src/bullmq/queues/connection.ts';
import { DEFAULT_TIMINGS, type Timings } from '../../../src/bullmq/queues/timings.ts';

/** As the defaults, but soon. */
export const SOON: Timings = {
  ...DEFAULT_TIMINGS,
  lockMs: 1000,
  standByMs: 200,
  lookMs: 200,
  silenceMs: 500,
  graceMs: 500,
};

/** A store that knows the targets of any recall by their places. */
export const storeOf = (targets: readonly string[]): Pick<SharedRecallStore, 'targetsAt'> => ({
  targetsAt: (_recallId, spans) => Promise.resolve(at(targets, spans)),
});

const at = (targets: readonly string[], spans: Spans): readonly string[] =>
  spans.flatMap(([start, end]) => targets.slice(start, end));

/** An app as the module opens it. */
export async function openTestApp(
  options: AppOptions,
  { ca }: { readonly ca: string },
): Promise<UnpushApp & AsyncDisposable> {
  const send = undiciSender({ ca });
  const { all } = await openApps(
    { apps: { shop: options }, pathOf: () => 'app' },
    { send, tokenCache: createMemoryTokenCache(), warn: () => undefined },
  );
  return { ...all[0]!, [Symbol.asyncDispose]: () => send.close() };
}

export const startRedis = (): Promise<RedisServer> => startServer('redis-server');

/** Where a queue lies, and whose requests are in it. */
export interface QueueServers {
  readonly redis: RedisServer;
  readonly huawei: HuaweiAppOptions;
}

/** Both ends of an app's queue of requests. */
export interface QueueStage extends AsyncDisposable {
  readonly place: QueuePlace;
  readonly requests: Requests;
  readonly revoker: Revoker<Selector>;
  /** Takes requests from the queue in this process, until the stage is left. */
  readonly work: (app: UnpushApp, targets: readonly string[]) => BatchWorker;
  /** As a Redis that comes back empty. */
  readonly flush: () => Promise<void>;
}

export function openQueue({ redis, huawei }: QueueServers): QueueStage {
  const endpoint = huaweiEndpoint({ url: huawei.endpoint ?? '' }).url;
  const place = placeOf({ connection: { host: redis.host, port: redis.port } });
  const onError = (): void => undefined;
  const common = { place, timings: SOON, onError };
  const driver = randomUUID().slice(0, 8);
  const requests = openRequests({ app: 'shop', driver, concurrency: 128, ...common });
  const workers: BatchWorker[] = [];
  return {
    place,
    requests,
    revoker: queueRevoker({
      recallId: 'r-test',
      at: { vendor: 'huawei', app: huawei.clientId, endpoint },
      batchSize: 1000,
      requests,
      fleet: fleetCredentials(driver),
      parent: () => undefined,
    }),
    work(app, targets) {
      const worker = openBatchWorker({ app, store: storeOf(targets), concurrency: 10, ...common });
      workers.push(worker);
      return worker;
    },
    async flush() {
      const client = new Redis(redis.port, redis.host);
      await client.flushall();
      client.disconnect();
    },
    async [Symbol.asyncDispose]() {
      for (const worker of workers) await worker.close();
      await requests.close();
    },
  };
}

/** The batch of targets side by side, and where it stands. */
export function placedBatch(
  targets: readonly string[],
  [start, end]: readonly [number, number],
): { readonly batch: Batch; readonly placed: { batch: number; attempt: number; spans: Spans } } {
  return {
    batch: batchOf(targets.slice(start, end)),
    placed: { batch: start + 1, attempt: 1, spans: [[start, end]] },
  };
}
