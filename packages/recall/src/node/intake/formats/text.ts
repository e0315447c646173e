import { isUtf8 } from 'node:buffer';

/**
 * The text whose UTF-8 these bytes are, or `undefined` where they are none. Readers work on strings in which each
 * character stands for one byte (Latin-1); this makes text of them.
 */
export function decodeUtf8(raw: string): string | undefined {
  const bytes = Buffer.from(raw, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
