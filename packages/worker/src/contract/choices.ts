import * as z from 'zod';

/** Why, for the record: one line of text. */
const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => !/\p{Cc}/u.test(text), { error: 'must be one line of text, without control characters' });

/** How a recall is made: the same in a JSON body and in a query, where values are text. */
export const choicesSchema = z.strictObject({
  reason: reason.optional(),
  /** Whether a target that was met before is dropped. Default true. */
  dedupe: z.boolean().optional(),
  canary: z.int().min(0).max(1_000_000).optional(),
  batchSize: z.int().min(1).max(1000).optional(),
  keepGoing: z.boolean().optional(),
  giveUpAfterMs: z.int().min(1000).optional(),
  /** Begin though an unfinished recall takes back the same notification. */
  again: z.boolean().optional(),
});

/** How a recall is made. */
export type Choices = z.infer<typeof choicesSchema>;

/** The body of `POST …/recalls` as JSON. The selector is checked by the app's vendor. */
export const startRecallSchema = choicesSchema
  .extend({
    selector: z.record(z.string(), z.unknown()),
    /** Absent where the selector says it all, as an mPaaS task does. */
    targets: z.array(z.unknown()).optional(),
  })
  .meta({ id: 'StartRecall' });

/** The body of `POST …/stop`. */
export const stopRecallSchema = z.strictObject({ reason: reason.optional() }).meta({ id: 'StopRecall' });

/** The body of `POST …/resume`. */
export const resumeRecallSchema = z
  .strictObject({
    reason: reason.optional(),
    retryUnknown: z.boolean().optional(),
  })
  .meta({ id: 'ResumeRecall' });
