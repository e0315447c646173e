import type * as z from 'zod';
import { InvalidRequestError } from './invalid-request-error.ts';

/** Checks `value` against `schema`; throws {@link InvalidRequestError} naming each field that is wrong. */
export function parseRequest<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidRequestError(
    result.error.issues.map(({ path, message }) => ({
      field: path.length === 0 ? 'request' : path.map(String).join('.'),
      problem: message,
    })),
  );
}
