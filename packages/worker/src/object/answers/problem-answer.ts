import { UnpushError, VendorError, type Language } from '@unpush/core';
import { failureOf, InputError } from '@unpush/recall';
import { problemOf, problemOfKind, type UnpushProblem } from '@unpush/recall/problems';
import { problemResponse } from '../../answers/problem-response.ts';
import { ListTooLarge, UploadConflict } from '../../store/lists/faults.ts';
import type { Caller } from '../../contract/caller.ts';
import { Refusal } from '../../answers/refusal.ts';

/** What a problem is told with. */
export interface ProblemMeans extends Pick<Caller, 'language' | 'requestId'> {
  /** Told what only whoever runs the gateway can mend, without secrets. */
  readonly warn: (message: string) => void;
  /** The recall that it is about, where the error does not say so. */
  readonly recallId?: string | undefined;
}

/** An error as an answer over HTTP. */
export function problemAnswer(
  error: unknown,
  { language, requestId, warn, recallId }: ProblemMeans,
): Response {
  const told = { ...(recallId !== undefined && { recallId }), ...problemFor(error, language) };
  const instance = `urn:uuid:${requestId}`;
  const problem = told.status < 500 ? told : { ...told, instance };
  if (told.status >= 500) warn(`${instance} ${told.code}: ${failureOf(error)}`);
  const waitMs = VendorError.isInstance(error) ? error.verdict.retryAfterMs : undefined;
  return problemResponse(problem, {
    language,
    ...(waitMs !== undefined && { headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) } }),
  });
}

function problemFor(error: unknown, language: Language): UnpushProblem {
  if (error instanceof Refusal) return problemOfKind(error.kind, language, error.facts);
  if (error instanceof UploadConflict) {
    const kind = `upload-${error.conflict === 'complete' ? 'offset' : error.conflict}` as const;
    return problemOfKind(kind, language, { offset: error.offset });
  }
  if (error instanceof ListTooLarge)
    return problemOfKind('too-large', language, { errors: [{ field: 'targets', problem: error.message }] });
  if (InputError.isInstance(error)) return problemOf(ofCaller(error), { language });
  if (UnpushError.isInstance(error)) return problemOf(error, { language });
  return problemOfKind('internal-error', language);
}

/** Every list here was sent by whoever calls: what it failed of, such as a decompressor's own error, is for them. */
function ofCaller({ message, file, line }: InputError): InputError {
  return new InputError(message, {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
  });
}
