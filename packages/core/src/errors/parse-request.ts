import * as z from 'zod/mini';
import { InvalidRequestError } from './invalid-request-error.ts';

/** Checks `value` against `schema`; throws {@link InvalidRequestError} naming each field that is wrong. */
export function parseRequest<T extends z.core.$ZodType>(schema: T, value: unknown): z.output<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new InvalidRequestError(
    result.error.issues.map((issue) => ({
      field: issue.path.length === 0 ? 'request' : issue.path.map(String).join('.'),
      problem: issue.message,
      ...codeOf(issue),
    })),
  );
}

/** A schema's own check can say which code of the vendor's it stands for: `params: { code }`. */
function codeOf(issue: z.core.$ZodIssue): { readonly code?: string } {
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof code === 'string' ? { code } : {};
}
