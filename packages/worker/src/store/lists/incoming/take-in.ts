import type { Malformed } from '@unpush/recall';
import { ListTooLarge } from '../faults.ts';
import { moveOn } from '../rows/list-changes.ts';
import type { ListRow } from '../rows/list-row.ts';
import { linesIn, readerOf } from '../rows/read-page.ts';
import type { ListLimits } from '../../uploads.ts';
import { countLines } from './line-cutter.ts';

/** How many pieces that are no targets are shown. */
const FIRST_MALFORMED = 10;

/** A piece of input that is no target can be long, and to know it again its beginning is enough. */
const SHOWN = 200;

/** Lines that come next in a list. */
export interface NextLines {
  readonly lines: Uint8Array<ArrayBuffer>;
  /** Whether the list ends with them. */
  readonly isEnd: boolean;
  readonly limits: ListLimits;
}

/** Reads lines, keeps them as a page, and says how the list stands then. */
export async function takeIn(
  storage: DurableObjectStorage,
  from: ListRow,
  { lines, isEnd, limits }: NextLines,
): Promise<ListRow> {
  const reader = readerOf(from);
  let targets = 0;
  let malformed = 0;
  const firstMalformed = [...from.firstMalformed];
  for (const chunk of reader.read(linesIn(from, { start: from.bytes, lines }), from.lines + 1)) {
    targets += chunk.targets.count;
    malformed += chunk.malformed.length;
    firstMalformed.push(...shown(chunk.malformed.slice(0, FIRST_MALFORMED - firstMalformed.length)));
  }
  if (isEnd) reader.assertFound();
  const to: ListRow = {
    ...from,
    bytes: from.bytes + lines.length,
    lines: from.lines + countLines(lines),
    pages: from.pages + (lines.length > 0 ? 1 : 0),
    read: from.read + targets + malformed,
    malformed: from.malformed + malformed,
    met: reader.met,
    firstMalformed,
    complete: isEnd,
  };
  assertAllowed(to, limits);
  const digest = await crypto.subtle.digest('SHA-256', lines);
  moveOn(storage, { from, to, ...(lines.length > 0 && { page: { lines, targets, digest } }) });
  return to;
}

/** @throws ListTooLarge where a list is more than is allowed. */
export function assertAllowed({ name, bytes, read }: ListRow, limits: ListLimits): void {
  if (bytes > limits.bytes) throw new ListTooLarge(name, { limit: 'bytes', most: limits.bytes });
  if (read > limits.targets) throw new ListTooLarge(name, { limit: 'targets', most: limits.targets });
}

export const shown = (malformed: readonly Malformed[]): readonly Malformed[] =>
  malformed.map((one) => ({ ...one, text: one.text.slice(0, SHOWN) }));
