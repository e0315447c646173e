import { PROBLEM_STATUS, problemType, wordsIn, type ProblemKind } from '@unpush/recall/problems';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { REQUEST_ID } from './answers.ts';
import { problemSchema } from '../../src/contract/problem.ts';

/** What every operation behind a key can answer. */
export const OF_ALL: readonly ProblemKind[] = [
  'unauthorized',
  'forbidden',
  'app-not-found',
  'too-large',
  'too-many-attempts',
  'access-unavailable',
  'gateway-misconfigured',
  'internal-error',
  'invalid-credential',
  'record-unavailable',
  'record-unusable',
];

type HeadersObject = NonNullable<ZodOpenApiResponseObject['headers']>;
type Responses = Record<`${4 | 5}${string}`, ZodOpenApiResponseObject>;

/** The answers for these kinds of problems, by status. */
export function problems(kinds: readonly ProblemKind[]): Responses {
  const responses: Responses = {};
  for (const status of [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503]) {
    const ofStatus = kinds.filter((kind) => PROBLEM_STATUS[kind] === status);
    // One of the statuses above, which all begin so
    if (ofStatus.length > 0) responses[String(status) as `4${string}`] = responseOf(ofStatus);
  }
  return responses;
}

/** Most are answered by many operations: each stands in the document once, by name. */
const known = new Map<string, ZodOpenApiResponseObject>();

function responseOf(kinds: readonly ProblemKind[]): ZodOpenApiResponseObject {
  const id = kinds.map(inPascalCase).join('Or');
  const response = known.get(id) ?? makeResponse(id, kinds);
  known.set(id, response);
  return response;
}

const inPascalCase = (kind: string): string =>
  kind.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function makeResponse(id: string, kinds: readonly ProblemKind[]): ZodOpenApiResponseObject {
  const { kinds: words } = wordsIn('en');
  return {
    id,
    description: kinds.map((kind) => `\`${kind}\`: ${words[kind].title}.`).join(' '),
    headers: headersOf(kinds),
    content: {
      'application/problem+json': {
        schema: problemSchema,
        examples: Object.fromEntries(kinds.map((kind) => [kind, { value: exampleOf(kind) }])),
      },
    },
  };
}

const exampleOf = (kind: ProblemKind): object => {
  const { title, detail } = wordsIn('en').kinds[kind];
  return { type: problemType(kind), title, status: PROBLEM_STATUS[kind], detail, code: codeOf(kind) };
};

/** Errors have a code of their own; what only a gateway says is coded by its kind. */
const codeOf = (kind: ProblemKind): string => {
  if (kind === 'invalid-request') return 'INVALID_REQUEST';
  if (kind === 'invalid-input') return 'INVALID_INPUT';
  return /^rec(?:all|ord)-/.test(kind) ? 'LEDGER' : kind.toUpperCase().replaceAll('-', '_');
};

function headersOf(kinds: readonly ProblemKind[]): HeadersObject {
  const text = { schema: { type: 'string' as const } };
  return {
    ...(kinds.some((kind) => kind === 'unauthorized' || kind === 'forbidden') && {
      'WWW-Authenticate': {
        ...text,
        ...(kinds.includes('unauthorized') && { required: true }),
        description: 'The scheme of a key, `Bearer`, and the scopes that would be needed.',
      },
    }),
    ...REQUEST_ID,
    ...(kinds.some((kind) => [429, 503].includes(PROBLEM_STATUS[kind])) && {
      'Retry-After': {
        schema: { type: 'integer' as const },
        description: 'After how many seconds to try again.',
      },
    }),
    'Content-Language': { ...text, required: true, description: 'The language of the texts.' },
  };
}
