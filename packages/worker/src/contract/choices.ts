import * as z from 'zod/mini';

/** Why, for the record: one line of text. */
const reason = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(500),
  z.refine((text) => !/\p{Cc}/u.test(text), {
    error: 'must be one line of text, without control characters',
  }),
);

/** The same in a JSON body and in a query, where values are text. */
const choices = {
  reason: z.optional(reason),
  /** Whether a target that was met before is dropped. Default true. */
  dedupe: z.optional(z.boolean()),
  canary: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
  batchSize: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  keepGoing: z.optional(z.boolean()),
  giveUpAfterMs: z.optional(z.int().check(z.gte(1000))),
  /** Begin though an unfinished recall takes back the same notification. */
  again: z.optional(z.boolean()),
};

/** How a recall is made. */
export const choicesSchema = z.strictObject(choices);

/** How a recall is made. */
export type Choices = z.infer<typeof choicesSchema>;

/** The body of `POST …/recalls` as JSON. The selector is checked by the app's vendor. */
export const startRecallSchema = z.strictObject({
  ...choices,
  selector: z.record(z.string(), z.unknown()),
  /** Absent where the selector says it all, as an mPaaS task does. */
  targets: z.optional(z.array(z.unknown())),
});

/** The body of `POST …/stop`. */
export const stopRecallSchema = z.strictObject({ reason: z.optional(reason) });

/** The body of `POST …/resume`. */
export const resumeRecallSchema = z.strictObject({
  reason: z.optional(reason),
  retryUnknown: z.optional(z.boolean()),
  /** Of a complete upload: begin though an unfinished recall takes back the same notification. */
  again: z.optional(z.boolean()),
});
