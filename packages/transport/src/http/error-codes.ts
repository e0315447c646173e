const DEEPEST = 8;

/** An error from outside, as far as it can be relied on. */
export interface CodedError {
  readonly code: string;
  readonly error: object;
}

/**
 * Every code in an error, its causes and the errors it joins: `fetch` hides the telling one under
 * `TypeError: fetch failed`, and a host with several addresses fails once for each.
 */
export function codesOf(error: unknown, depth = 0): readonly CodedError[] {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return [];
  const code = codeOf(error);
  const own = code === undefined ? [] : [{ code, error }];
  const joined: readonly unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const cause = 'cause' in error ? error.cause : undefined;
  return [...own, ...[...joined, cause].flatMap((inner) => codesOf(inner, depth + 1))];
}

/** undici's parser has an error class of its own, and leaves the code out. */
function codeOf(error: object): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error && error.name === PARSER_ERROR ? PARSER_ERROR : undefined;
}

/** The code under which such an error is told. */
const PARSER_ERROR = 'HTTPParserError';
