import { openBatchWorker } from '../../../src/bullmq/batch/open-batch-worker.ts';
import { placeOf } from '../../../src/bullmq/queues/connection.ts';
import type { AppOptions } from '../../../src/index.ts';
import { openTestApp, SOON, storeOf } from './queue-stage.ts';

/** What a worker in a process of its own is told. */
export interface WorkerOrder {
  readonly app: AppOptions;
  readonly ca: string;
  readonly redis: { readonly host: string; readonly port: number };
  readonly targets: readonly string[];
}

process.once('message', (message) => {
  // The cast: whoever starts it says it so
  const order = message as WorkerOrder;
  void openTestApp(order.app, order).then((app) => {
    openBatchWorker({
      app,
      store: storeOf(order.targets),
      place: placeOf({ connection: order.redis }),
      timings: SOON,
      concurrency: 10,
      onError: () => undefined,
    });
  });
});
