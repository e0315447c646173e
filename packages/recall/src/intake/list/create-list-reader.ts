import type { ListReader, ListReaderOptions } from './list-reader.ts';
import { ndjsonReader } from './ndjson-reader.ts';
import { txtReader } from './txt-reader.ts';

/**
 * A reader for a list that comes in, or is kept, piece by piece.
 *
 * @example
 * ```ts
 * const reader = createListReader({ format: 'txt', label: 'upload' });
 * for (const { targets } of reader.read(new TextEncoder().encode('t-1\nt-2\n'), 1)) {
 *   targets.targets(); // ['t-1', 't-2']
 * }
 * ```
 */
export function createListReader(options: ListReaderOptions): ListReader {
  return options.format === 'txt' ? txtReader(options.label) : ndjsonReader(options);
}
