import * as z from 'zod';

/** What is wrong, as RFC 9457 puts it: `UnpushProblem` of `@unpush/recall/problems`, to be described. */
export const problemSchema = z
  .object({
    type: z.string().meta({ format: 'uri' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.string(),
    errors: z
      .array(z.object({ field: z.string(), problem: z.string(), code: z.string().optional() }))
      .optional(),
    vendorCode: z.string().optional(),
    requestId: z.string().optional(),
    remedies: z.array(z.string()).optional(),
    mayHaveBeenReceived: z.boolean().optional(),
    recallId: z.string().optional(),
    line: z.int().positive().optional(),
    offset: z.int().nonnegative().optional(),
    instance: z.string().optional(),
  })
  .meta({ id: 'Problem' });
