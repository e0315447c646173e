import { maskSecrets, type Language } from '@unpush/core';
import { LedgerError } from '@unpush/recall';
import { problemOf, problemOfKind } from '@unpush/recall/problems';
import { problemResponse } from '../../answers/problem-response.ts';
import type { Log } from '../../log.ts';
import { Refusal } from '../../answers/refusal.ts';

/** Whom an answer is for. */
export interface AnswerFacts {
  readonly language: Language;
  readonly requestId: string;
  readonly log: Log;
}

/** What is answered where a request is not let through, or the gateway itself has failed. */
export function answerOf(error: unknown, { language, requestId, log }: AnswerFacts): Response {
  const instance = `urn:uuid:${requestId}`;
  if (error instanceof Refusal) {
    const { status } = problemOfKind(error.kind, language);
    if (error.cause !== undefined) log(`${instance} ${error.kind}: ${textOf(error.cause)}`);
    const facts = status >= 500 ? { ...error.facts, instance } : error.facts;
    return problemResponse(problemOfKind(error.kind, language, facts), { language, headers: error.headers });
  }
  log(`${instance} failed: ${textOf(error)}`);
  if (LedgerError.isInstance(error)) {
    return problemResponse({ ...problemOf(error, { language }), instance }, { language });
  }
  return problemResponse(problemOfKind('internal-error', language, { instance }), { language });
}

/** For the log alone: whatever went wrong can hold what it went wrong with. */
const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return maskSecrets(String(error));
  const text = maskSecrets(error.stack ?? error.message);
  return error.cause === undefined ? text : `${text}\ncaused by ${textOf(error.cause)}`;
};
