import * as z from 'zod';
import { errorWire, type ErrorWire } from './error-wire.ts';
import { verdictWire, type VerdictWire } from './verdict-wire.ts';

/** What whoever sent a request gives back: what came of it, or why it could not be made. */
export type AnswerWire = { readonly verdict: VerdictWire } | { readonly error: ErrorWire };

const answerWire: z.ZodType<AnswerWire> = z.union([
  z.object({ verdict: verdictWire }),
  z.object({ error: errorWire }),
]);

/** Reads the return value of a job; `undefined` where it is none that this version knows. */
export function readAnswer(value: unknown): AnswerWire | undefined {
  const read = answerWire.safeParse(value);
  return read.success ? read.data : undefined;
}
