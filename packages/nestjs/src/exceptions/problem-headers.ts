import { VendorError, type UnpushError } from '@unpush/core';

/** What the headers of a problem are made of. */
export interface HeaderFacts {
  readonly error: UnpushError;
  /** The tag of the language that it speaks. */
  readonly language: string;
  /** `Vary` as it stands, which CORS may have set. */
  readonly vary: string;
}

/** The headers of a problem. */
export function problemHeaders({ error, language, vary }: HeaderFacts): Readonly<Record<string, string>> {
  const waitMs = VendorError.isInstance(error) ? error.verdict.retryAfterMs : undefined;
  return {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': language,
    Vary: withAcceptLanguage(vary),
    ...(waitMs !== undefined && { 'Retry-After': String(Math.ceil(waitMs / 1000)) }),
  };
}

function withAcceptLanguage(vary: string): string {
  const fields = vary
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '');
  const covered = fields.some((field) => field === '*' || field.toLowerCase() === 'accept-language');
  return (covered ? fields : [...fields, 'Accept-Language']).join(', ');
}
