import type { RecallSummary } from '@unpush/recall';
import type { Job, Queue } from 'bullmq';
import * as z from 'zod';

/** The name of the job that stands for a recall. */
export const RECALL_JOB = 'recall';

/** A recall as a job: a trigger, and what a dashboard shows. The truth about it is in the store. */
export interface RecallJob {
  readonly recallId: string;
}

/** What a dashboard shows of a recall under way. */
export interface RecallProgress {
  /** Of the targets, so many have their outcome, in percent. */
  readonly percent: number;
  readonly summary: RecallSummary;
  readonly remainingMs?: number;
  /** What the vendor's quota was found to be, in targets a second: whoever drives next begins from it. */
  readonly quota?: number;
  /** Wall clock of the driver, in milliseconds. */
  readonly at: number;
}

/** Of recalls that have ended, so many stay in Redis for whoever looks, at most 0.5 MB each. */
const KEPT = 50;

/** Adds the job of a recall, unless one is there that waits or is worked on. */
export async function showRecall(queue: Queue, recallId: string): Promise<void> {
  const job = await queue.getJob(recallId);
  if (job !== undefined) {
    if (!(await hasEnded(job))) return;
    await job.remove();
  }
  const data: RecallJob = { recallId };
  await queue.add(RECALL_JOB, data, {
    jobId: recallId,
    attempts: 1,
    removeOnComplete: { count: KEPT },
    removeOnFail: { count: KEPT },
  });
}

async function hasEnded(job: Job): Promise<boolean> {
  const state = await job.getState();
  return state === 'completed' || state === 'failed';
}

const recallJob: z.ZodType<RecallJob> = z.object({ recallId: z.string() });

/** Which recall a job stands for. */
export function recallOf(data: unknown): string {
  const read = recallJob.safeParse(data);
  if (!read.success) throw new Error('this job is none of a recall: look who puts jobs into this queue');
  return read.data.recallId;
}

const targetCounts = z.object({
  read: z.number(),
  malformed: z.number(),
  duplicate: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  unknown: z.number(),
  notAttempted: z.number(),
});

const progress = z.looseObject({
  percent: z.number(),
  summary: z.looseObject({
    recallId: z.string(),
    state: z.enum(['running', 'finished', 'stopped', 'paused']),
    targets: targetCounts,
  }),
  remainingMs: z.number().exactOptional(),
  quota: z.number().exactOptional(),
  at: z.number(),
});

/** Reads the progress of a job; `undefined` where it is none that this version knows. */
export function readProgress(value: unknown): RecallProgress | undefined {
  const read = progress.safeParse(value);
  // The cast: what nobody decides by is not looked at
  return read.success ? (read.data as unknown as RecallProgress) : undefined;
}

/** How a recall stands, for a dashboard. */
export function progressOf(
  summary: RecallSummary,
  facts: Omit<RecallProgress, 'percent' | 'summary'>,
): RecallProgress {
  const { read, malformed, duplicate, notAttempted } = summary.targets;
  const all = read - malformed - duplicate;
  const percent = all === 0 ? 100 : Math.floor(((all - notAttempted) / all) * 1000) / 10;
  return { percent, summary, ...facts };
}
