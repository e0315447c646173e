import * as z from 'zod';
import { RECALL_STATES } from './recall-states.ts';

const count = z.int().nonnegative();
const time = z.string().meta({ format: 'date-time' });

/** What somebody has asked of a recall. */
export const auditEntrySchema = z
  .object({
    at: time,
    /** Of parts that one caller has sent one after the other: when the last came. */
    until: time.optional(),
    action: z.enum(['start', 'continue-upload', 'stop', 'resume', 'forget']),
    by: z.string(),
    reason: z.string().optional(),
  })
  .meta({ id: 'AuditEntry' });

/** How far an upload has come. */
export const uploadSchema = z
  .object({
    /** How many bytes of the list were taken in, after gunzip; always at the end of a line. To go on from. */
    offset: count,
    complete: z.boolean(),
    /** How many bytes it is to have in all, after gunzip, where that was said. */
    length: count.optional(),
    /** Whether somebody uploads at this moment. */
    underWay: z.boolean(),
  })
  .meta({ id: 'Upload' });

/** What is wrong with a piece of the list. */
export const malformedSchema = z.object({
  reason: z.string(),
  /** Masked. */
  text: z.string(),
  line: count.optional(),
});

/** A recall, as every answer that speaks of one has it. The fields of the command line's `--json`, and more. */
export const recallSchema = z
  .object({
    recallId: z.string(),
    app: z.string(),
    vendor: z.string(),
    vendorApp: z.string(),
    selector: z.record(z.string(), z.union([z.string(), z.number()])),
    endpoint: z.string(),
    state: z.enum(RECALL_STATES),
    wanted: z.enum(['run', 'stop']),
    forgotten: z.boolean(),
    targets: z.object({
      read: count,
      malformed: count,
      duplicate: count,
      accepted: count,
      rejected: count,
      unknown: count,
      notAttempted: count,
    }),
    requests: z.object({ sent: count, retried: count, throttled: count }),
    codes: z.record(z.string(), count),
    stoppedBy: z
      .object({
        cause: z.string(),
        code: z.string().optional(),
        httpStatus: z.int().optional(),
        message: z.string().optional(),
        requestId: z.string().optional(),
        clockSkewMs: z.number().optional(),
        failure: z.string().optional(),
        /** Who has asked for it, and why. */
        askedBy: z.object({ by: z.string(), reason: z.string().optional() }).optional(),
      })
      .optional(),
    /** The error that ended the last session, or kept a recall from being made of an upload. */
    error: z.object({ at: time, message: z.string() }).optional(),
    evidenceHead: z.string().optional(),
    createdAt: time,
    startedAt: time.optional(),
    finishedAt: time.optional(),
    elapsedMs: z.number().nonnegative(),
    /** How long it still takes, where that can be told: by how fast it went of late, beside others of the same app. */
    remainingMs: z.int().nonnegative().optional(),
    /** What the pace allows at this moment. */
    targetsPerSecond: z.number().nonnegative().optional(),
    upload: uploadSchema.optional(),
    /** The first ten pieces of the list that are no targets. */
    firstMalformed: z.array(malformedSchema).optional(),
    audit: z.array(auditEntrySchema),
  })
  .meta({ id: 'Recall' });

/** A recall over HTTP. */
export type RecallAnswer = z.infer<typeof recallSchema>;

/** Who has asked what of a recall. */
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** A page of recalls, the newest first. */
export const recallListSchema = z
  .object({
    recalls: z.array(recallSchema),
    /** Leads to the next page, as `cursor`; absent on the last one. */
    next: z.string().optional(),
  })
  .meta({ id: 'RecallList' });
