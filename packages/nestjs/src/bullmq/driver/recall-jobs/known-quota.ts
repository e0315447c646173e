import type { Queue } from 'bullmq';
import { readProgress, type RecallProgress } from './recall-job.ts';

/** A quota that was found longer ago says little about the one now. */
const FRESH_MS = 10 * 60_000;

/** How many of the latest jobs are looked at. */
const LOOKED_AT = 20;

/** What the last driver has found the vendor's quota to be, in targets a second. */
export async function knownQuota(queue: Queue): Promise<number | undefined> {
  const jobs = await queue.getJobs(['active', 'waiting', 'delayed', 'completed', 'failed'], 0, LOOKED_AT);
  let latest: RecallProgress | undefined;
  for (const job of jobs) {
    const progress = readProgress(job.progress);
    if (progress?.quota !== undefined && progress.at > (latest?.at ?? Date.now() - FRESH_MS))
      latest = progress;
  }
  return latest?.quota;
}
