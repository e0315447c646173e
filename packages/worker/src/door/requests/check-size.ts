import { Refusal } from '../../answers/refusal.ts';

// A reason of 500 characters has 4500 in a query where they are Chinese
const MOST_OF_URL = 8192;
const MOST_HEADERS = 64;
const MOST_OF_HEADERS = 16_384;

/** Refuses a request whose address or headers are longer than any of ours could be, before anything reads them. */
export function checkSize({ url, headers }: Request): void {
  if (url.length > MOST_OF_URL) {
    throw tooLarge('URL', `has more than ${MOST_OF_URL} characters`);
  }
  const entries = [...headers];
  const size = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (entries.length > MOST_HEADERS || size > MOST_OF_HEADERS) {
    throw tooLarge(
      'headers',
      `are more than ${MOST_HEADERS}, or have more than ${MOST_OF_HEADERS} characters`,
    );
  }
}

/** Something that is larger than is taken. */
export const tooLarge = (field: string, problem: string): Refusal =>
  new Refusal('too-large', { errors: [{ field, problem }] });
