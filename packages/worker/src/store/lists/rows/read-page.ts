import { batchOf } from '@unpush/core';
import {
  BOM_LENGTH,
  bomOf,
  createListReader,
  dropDuplicates,
  LedgerError,
  type ListReader,
  type Malformed,
  type TargetChunk,
} from '@unpush/recall';
import type { ListUse } from '../../uploads.ts';
import { giveBack } from '../give-back.ts';
import { linesId } from './lines-id.ts';
import type { ListRow } from './list-row.ts';

/** A page as it is kept. */
export interface Page {
  readonly number: number;
  /** The index of its first target among all, duplicates and all. */
  readonly first: number;
  readonly targets: number;
  readonly firstLine: number;
  /** In bytes of the list. */
  readonly start: number;
  readonly lines: Uint8Array<ArrayBuffer>;
  readonly passed: readonly Malformed[];
  /** A bit a target; absent where nothing was dropped. */
  readonly dropped?: Uint8Array;
}

type Stored = Record<'number' | 'first' | 'targets' | 'first_line' | 'start', number> & {
  readonly lines: ArrayBuffer;
  readonly digest: ArrayBuffer;
  readonly passed: string | null;
  readonly dropped: ArrayBuffer | null;
};

/**
 * A page, compared with what was written.
 *
 * @throws LedgerError where it is not there, or not what it was.
 */
export async function readPage(sql: SqlStorage, list: ListRow, number: number): Promise<Page> {
  const [row] = sql.exec<Stored>(
    `SELECT p.number, p.first, p.targets, p.first_line, p.start, p.digest, p.passed, p.dropped, l.lines
      FROM list_pages AS p JOIN list_lines AS l ON l.id = ? WHERE p.list = ? AND p.number = ?`,
    ...[linesId(list.id, number), list.id, number],
  );
  if (row === undefined || !isSame(await crypto.subtle.digest('SHA-256', row.lines), row.digest))
    throw damaged(list, number);
  return {
    ...{ number, first: row.first, targets: row.targets, firstLine: row.first_line, start: row.start },
    lines: new Uint8Array(row.lines),
    // The cast: as it was written
    passed: row.passed === null ? [] : (JSON.parse(row.passed) as readonly Malformed[]),
    ...(row.dropped !== null && { dropped: new Uint8Array(row.dropped) }),
  };
}

/** A reader for the pages of a list. */
export const readerOf = ({ format, name, field, met, filled }: ListRow): ListReader =>
  createListReader({
    ...{ format: filled ? 'ndjson' : format, label: name, met, fieldOption: 'the query parameter "field"' },
    ...(field !== undefined && { field }),
  });

/** The lines of a page, but for the byte order mark at the start of a list. */
export const linesIn = (list: ListRow, { start, lines }: Pick<Page, 'start' | 'lines'>): Uint8Array =>
  start === 0 ? lines.subarray(bomOf(lines.subarray(0, BOM_LENGTH), list.name)) : lines;

/** All targets of a page, with their duplicates. */
export function* allIn(list: ListRow, page: Page): Generator<TargetChunk> {
  const { filled } = list;
  for (const chunk of readerOf(list).read(linesIn(list, page), page.firstLine)) {
    const { targets, malformed, duplicate, place } = chunk;
    yield { targets, malformed, duplicate, ...(!filled && place && { place }) };
  }
}

/**
 * The targets of a page that are no duplicates. Read to its end, the page's own lines are gone, and where it is read
 * in passing its targets as well.
 */
export function* keptIn(list: ListRow, page: Page, how: ListUse): Generator<TargetChunk> {
  const { dropped, passed } = page;
  if (passed.length > 0) yield { targets: batchOf([]), malformed: passed, duplicate: 0 };
  const used: Uint8Array[] = [page.lines];
  let before = 0;
  for (const chunk of allIn(list, page)) {
    const first = before;
    before += chunk.targets.count;
    const kept =
      dropped === undefined ? chunk : dropDuplicates(chunk, (index) => hasBit(dropped, first + index));
    yield kept;
    if (how === 'in-passing') used.push(chunk.targets.run().bytes, kept.targets.run().bytes);
  }
  giveBack(...used);
}

export const hasBit = (bits: Uint8Array, index: number): boolean =>
  (((bits[index >>> 3] ?? 0) >>> (index & 7)) & 1) === 1;

function isSame(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const theirs = new Uint8Array(other);
  return one.byteLength === other.byteLength && new Uint8Array(one).every((byte, at) => byte === theirs[at]);
}

const damaged = ({ recallId, name }: ListRow, number: number): LedgerError =>
  new LedgerError(
    `page ${number} of the list ${name} of recall ${recallId} is no longer what was written. Nothing more can be sent from it. Begin a new recall with the same list.`,
    { problem: 'damaged', recallId },
  );
