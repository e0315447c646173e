import { inputFault } from './input-fault.ts';

const UTF8 = [0xef, 0xbb, 0xbf];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** How many bytes of a list must be there to tell whether it starts with a byte order mark. */
export const BOM_LENGTH = UTF8.length;

/**
 * How many of a list's first bytes are a byte order mark: 3 or 0.
 *
 * @throws InputError where the mark is that of UTF-16, of which every line would be malformed.
 */
export function bomOf(head: Uint8Array, file: string): number {
  if (UTF16.some((mark) => startsWith(head, mark))) {
    throw inputFault({ file, what: 'this is UTF-16. Save it as UTF-8.' });
  }
  return startsWith(head, UTF8) ? BOM_LENGTH : 0;
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);
