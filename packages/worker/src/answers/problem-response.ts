import type { Language } from '@unpush/core';
import { wordsIn, type UnpushProblem } from '@unpush/recall/problems';

/** What is full or out of reach is mostly back by then: an object that was ended is at once. */
const AFTER_SECONDS = '5';

/** A problem as an answer over HTTP; of one that passes, with the time to wait. */
export const problemResponse = (
  problem: UnpushProblem,
  {
    language,
    headers = {},
  }: { readonly language: Language; readonly headers?: Readonly<Record<string, string>> },
): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...(problem.status === 503 && { 'Retry-After': AFTER_SECONDS }),
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': wordsIn(language).tag,
    },
  });
