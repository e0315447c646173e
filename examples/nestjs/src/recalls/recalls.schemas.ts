import * as z from 'zod';

const pushType = z
  .enum(['notification', 'extension'])
  .meta({ description: 'How it was sent. Default: notification.' })
  .exactOptional();
const reason = z
  .string()
  .meta({ description: 'Why, for whoever reads the list.', example: 'INC-4711: wrong price' })
  .exactOptional();
const startedBy = z.string().meta({ description: 'Who starts it.', example: 'night-shift' }).exactOptional();

/** A recall as JSON. What a notifyId and a token can be is checked by unpush itself. */
export const recallBody = z
  .strictObject({
    selector: z.strictObject({
      notifyId: z.number().meta({ description: 'The notifyId it was sent with.', example: 3114932 }),
      pushType,
    }),
    targets: z.array(z.string()).meta({ description: 'Whom it went to: push tokens.', example: ['MAMz…'] }),
    reason,
    startedBy,
  })
  // Of an upload there is no JSON
  .optional();

/** What stands in the query beside an upload. */
export const uploadQuery = z.strictObject({
  notifyId: z
    .string()
    .regex(/^\d+$/, { error: 'must be a whole number: the notifyId that the message was sent with' })
    .transform(Number)
    .meta({ description: 'The notifyId it was sent with.', example: '3114932' })
    .exactOptional(),
  pushType,
  column: z.string().meta({ description: 'Of CSV: the column of the tokens.' }).exactOptional(),
  field: z.string().meta({ description: 'Of NDJSON: the field of the token.' }).exactOptional(),
  reason,
  startedBy,
});

/** Which recalls are listed. */
export const listQuery = z.strictObject({
  finished: z
    .stringbool()
    .meta({ description: 'Only those that are finished, or only those that are not.' })
    .exactOptional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .meta({ description: 'The most that are listed.' })
    .default(100),
});

/** What a report tells. */
export const reportQuery = z.strictObject({
  all: z.stringbool().meta({ description: 'A line for each accepted token too.' }).default(false),
});

/** How a recall goes on. */
export const resumeQuery = z.strictObject({
  retryUnknown: z
    .stringbool()
    .meta({ description: 'Whether tokens whose outcome is unknown are tried again.' })
    .default(false),
});

export type RecallBody = z.infer<typeof recallBody>;
export type UploadQuery = z.infer<typeof uploadQuery>;
export type ListQuery = z.infer<typeof listQuery>;
export type ReportQuery = z.infer<typeof reportQuery>;
export type ResumeQuery = z.infer<typeof resumeQuery>;
