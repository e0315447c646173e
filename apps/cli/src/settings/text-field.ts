import * as z from 'zod';

/** A text that is not empty. */
export const textField = (): z.ZodString =>
  z.string({ error: 'must be a text in quotation marks' }).min(1, { error: 'must not be empty' });
