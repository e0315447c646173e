import type { Job, Queue } from 'bullmq';

/**
 * Makes a recall's job ready to end: BullMQ lets none end whose children have not. One is left where a process was
 * killed with a request and the recall stopped before that was noticed.
 */
export async function settleChildren(job: Job, batches: Queue): Promise<void> {
  const { unprocessed = 0 } = await job.getDependenciesCount({ unprocessed: true });
  if (unprocessed === 0) return;
  await job.removeUnprocessedChildren();
  const { unprocessed: left = [] } = await job.getDependencies({ unprocessed: { count: unprocessed } });
  for (const key of left) {
    const child = await batches.getJob(key.slice(key.lastIndexOf(':') + 1));
    await child?.removeChildDependency();
  }
}
