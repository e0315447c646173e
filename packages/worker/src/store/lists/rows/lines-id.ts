import { InputError } from '@unpush/recall';

/** The most pages of a list: ids stay far below 2^53, where numbers are no longer whole. */
const MOST_PAGES = 2 ** 20;

/** The documented limit of a row is 2 MB; runtimes on one's own machine take more, and would not tell. */
const MOST_BYTES = 2_000_000;

/** Where the lines of a page lie. */
export const linesId = (list: number, page: number): number => list * MOST_PAGES + page;

/** Where the lines of all pages of a list lie: from the first to before the last. */
export const linesIds = (list: number): readonly [number, number] => [linesId(list, 0), linesId(list + 1, 0)];

/** @throws InputError where a list comes in parts that are too small. */
export function assertPageFits(name: string, page: number): void {
  if (page < MOST_PAGES) return;
  throw new InputError(
    `${name}: the list came in more than ${MOST_PAGES} parts. Send larger ones, of 1 MB or more.`,
    { file: name },
  );
}

export function assertRowFits(bytes: ArrayBuffer): ArrayBuffer {
  if (bytes.byteLength < MOST_BYTES) return bytes;
  throw new RangeError(`a row takes less than ${MOST_BYTES} bytes; this one has ${bytes.byteLength}`);
}
