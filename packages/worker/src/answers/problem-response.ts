import type { Language } from '@unpush/core';
import { wordsIn, type UnpushProblem } from '@unpush/recall/problems';

/** A problem as an answer over HTTP. */
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
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': wordsIn(language).tag,
    },
  });
