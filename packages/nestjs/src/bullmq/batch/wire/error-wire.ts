import { CredentialError, InvalidRequestError, type RequestProblem, type UnpushError } from '@unpush/core';
import { InputError, LedgerError, type LedgerProblem } from '@unpush/recall';
import * as z from 'zod';

/** One of our own errors as it stands in Redis, to be thrown again elsewhere. Their messages hold no secret. */
export type ErrorWire =
  | { readonly code: 'INVALID_CREDENTIAL' | 'INVALID_INPUT'; readonly message: string }
  | { readonly code: 'INVALID_REQUEST'; readonly problems: readonly RequestProblem[] }
  | {
      readonly code: 'LEDGER';
      readonly message: string;
      readonly problem: LedgerProblem;
      readonly recallId?: string;
    };

const PROBLEMS = [
  'under-way',
  'exists',
  'not-found',
  'forgotten',
  'no-room',
  'read-only',
  'damaged',
  'too-new',
  'unreachable',
] as const;

/** What an error looks like in Redis. */
export const errorWire: z.ZodType<ErrorWire> = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['INVALID_CREDENTIAL', 'INVALID_INPUT']), message: z.string() }),
  z.object({
    code: z.literal('INVALID_REQUEST'),
    problems: z
      .array(z.object({ field: z.string(), problem: z.string(), code: z.string().exactOptional() }))
      .readonly(),
  }),
  z.object({
    code: z.literal('LEDGER'),
    message: z.string(),
    problem: z.enum(PROBLEMS),
    recallId: z.string().exactOptional(),
  }),
]);

/** Puts an error into JSON; `undefined` where it is none of ours. */
export function errorToWire(error: unknown): ErrorWire | undefined {
  if (InvalidRequestError.isInstance(error)) return { code: 'INVALID_REQUEST', problems: error.problems };
  if (LedgerError.isInstance(error)) {
    const { message, problem, recallId } = error;
    return { code: 'LEDGER', message, problem, ...(recallId !== undefined && { recallId }) };
  }
  if (CredentialError.isInstance(error)) return { code: 'INVALID_CREDENTIAL', message: error.message };
  if (InputError.isInstance(error)) return { code: 'INVALID_INPUT', message: error.message };
  return undefined;
}

/** The error again, of the same class. */
export function errorFromWire(wire: ErrorWire): UnpushError {
  switch (wire.code) {
    case 'INVALID_REQUEST':
      return new InvalidRequestError(wire.problems);
    case 'INVALID_CREDENTIAL':
      return new CredentialError(wire.message);
    case 'INVALID_INPUT':
      return new InputError(wire.message);
    case 'LEDGER': {
      const { message, problem, recallId } = wire;
      return new LedgerError(message, { problem, ...(recallId !== undefined && { recallId }) });
    }
  }
}
