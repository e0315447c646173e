import { maskSecrets, type Language } from '@unpush/core';
import { problemOfKind } from '@unpush/recall/problems';
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
    const facts = status >= 500 ? { ...error.facts, instance } : error.facts;
    return problemResponse(problemOfKind(error.kind, language, facts), { language, headers: error.headers });
  }
  log(`${instance} failed: ${textOf(error)}`);
  return problemResponse(problemOfKind('internal-error', language, { instance }), { language });
}

/** For the log alone: whatever went wrong can hold what it went wrong with. */
const textOf = (error: unknown): string =>
  maskSecrets(error instanceof Error ? (error.stack ?? error.message) : String(error));
