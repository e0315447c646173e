import * as z from 'zod/mini';
import { inEnglish } from './in-english.ts';
import type { RequestProblem } from './invalid-request-error.ts';

/** What is wrong with a value by a schema, field by field; none where it fits. Nothing of it is a whole secret. */
export function problemsIn(schema: z.core.$ZodType, value: unknown): readonly RequestProblem[] {
  const { error } = z.safeParse(schema, value, { error: inEnglish });
  return error === undefined ? [] : problemsOf(error);
}

/** What zod found, field by field. */
export const problemsOf = ({ issues }: z.core.$ZodError): readonly RequestProblem[] =>
  issues.map((issue) => ({
    field: issue.path.length === 0 ? 'request' : issue.path.map(String).join('.'),
    problem: issue.message,
    ...codeOf(issue),
  }));

/** A schema's own check can say which code of the vendor's it stands for: `params: { code }`. */
function codeOf(issue: z.core.$ZodIssue): { readonly code?: string } {
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof code === 'string' ? { code } : {};
}
