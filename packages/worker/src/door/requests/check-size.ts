import { Refusal } from '../../answers/refusal.ts';

const MOST_OF_URL = 4096;
const MOST_HEADERS = 64;
const MOST_OF_HEADERS = 16_384;

/** Refuses a request whose address or headers are longer than any of ours could be, before anything reads them. */
export function checkSize({ url, headers }: Request): void {
  if (url.length > MOST_OF_URL) {
    throw new Refusal('too-large', { detail: `The URL has more than ${MOST_OF_URL} characters.` });
  }
  const entries = [...headers];
  const size = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (entries.length > MOST_HEADERS || size > MOST_OF_HEADERS) {
    throw new Refusal('too-large', {
      detail: `The headers are more than ${MOST_HEADERS}, or have more than ${MOST_OF_HEADERS} characters.`,
    });
  }
}
