import type { Spans } from '@unpush/recall';
import * as z from 'zod';
import type { Selector } from '../../app/app.ts';

/** The name of the job of one request. */
export const BATCH_JOB = 'batch';

/**
 * One request with one batch: everything but its targets, which whoever sends it reads from the store. So no target
 * ever stands in Redis. About 300 bytes, and 15 more for each further span of a batch that was divided.
 */
export interface BatchJob {
  readonly recallId: string;
  /** At whose app: whoever has another one under the same name must not send it. */
  readonly at: VendorApp;
  /** Names the batch in the ledger. */
  readonly batch: number;
  /** Counted from 1 over the life of the batch. */
  readonly attempt: number;
  readonly selector: Selector;
  /** Where its targets stand in the input. */
  readonly spans: Spans;
  /** How many they are. */
  readonly count: number;
  readonly fleet: FleetOrder;
}

/** An app in its vendor's words. */
export interface VendorApp {
  readonly vendor: string;
  readonly app: string;
  readonly endpoint: string;
}

/** Which credentials may still be used, of the many that the processes have, each its own. */
export interface FleetOrder {
  /** Names the driver for as long as it drives. */
  readonly driver: string;
  /** How many times it has asked for new credentials, plus 1. */
  readonly generation: number;
  /** Those that the vendor has refused, the latest last. */
  readonly refused: readonly string[];
}

const count = z.int().min(0);

const batchJob: z.ZodType<BatchJob> = z.object({
  recallId: z.string(),
  at: z.object({ vendor: z.string(), app: z.string(), endpoint: z.string() }),
  batch: count,
  attempt: count,
  selector: z.record(z.string(), z.union([z.string(), z.number()])),
  spans: z.array(z.tuple([count, count]).readonly()).readonly(),
  count,
  fleet: z.object({ driver: z.string(), generation: count, refused: z.array(z.string()).readonly() }),
});

/** Reads what stands in a job, which another version of this program may have written. */
export function readBatchJob(data: unknown): BatchJob {
  const read = batchJob.safeParse(data);
  if (read.success) return read.data;
  throw new Error('this job is none that this version of @unpush/nestjs knows: run one version everywhere');
}
