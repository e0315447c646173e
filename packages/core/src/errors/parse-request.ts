import * as z from 'zod/mini';
import { inEnglish } from './in-english.ts';
import { InvalidRequestError } from './invalid-request-error.ts';
import { problemsOf } from './problems-in.ts';

/** Checks `value` against `schema`; throws {@link InvalidRequestError} naming each field that is wrong. */
export function parseRequest<T extends z.core.$ZodType>(schema: T, value: unknown): z.output<T> {
  const result = z.safeParse(schema, value, { error: inEnglish });
  if (result.success) return result.data;
  throw new InvalidRequestError(problemsOf(result.error));
}
