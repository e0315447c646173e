import { ENTRY_WORDS, findRepeats, HASH_WORDS, tableFor } from '@unpush/recall';
import { assertRowFits } from '../rows/lines-id.ts';
import type { ListRow } from '../rows/list-row.ts';
import type { Page } from '../rows/read-page.ts';
import { hashRound } from './hash-round.ts';
import { giveBack } from '../give-back.ts';
import { gone } from '../source-of-list.ts';
import { letOthers } from '../let-others.ts';
import { markDropped } from './mark-dropped.ts';

/** How many targets a part of the hashes has about. */
const PART_TARGETS = 250_000;
const LEAST_PARTS = 16;

/** How it is searched. */
export interface SearchMeans {
  readonly targetsPerRound: number;
  /** Is given each page that is read. */
  readonly onPage: (page: Page) => Promise<void>;
}

/**
 * Notes which targets of a complete list came before. A round of them at a time is hashed, and its own repeats are
 * found at once. What a list of one round needs is over then; of a longer one the hashes are put by, in parts by a
 * piece of the hash, and compared part by part. Each round and each part is done for good, so that this goes on
 * where it stood.
 */
export async function findDuplicates(
  storage: DurableObjectStorage,
  list: ListRow,
  { targetsPerRound, onPage }: SearchMeans,
): Promise<void> {
  const { sql } = storage;
  // By what an earlier version of this has put by, where it has
  const parts = list.hashParts ?? partsFor(list.read - list.malformed, targetsPerRound);
  for (let page = list.hashedPages; page < list.pages;) {
    const round = await hashRound(sql, list, { firstPage: page, targets: targetsPerRound, onPage });
    const repeats = repeatsIn(round.entries);
    storage.transactionSync(() => {
      markDropped(sql, list, repeats);
      putBy(sql, list, { entries: without(round.entries, repeats), parts, round: page });
      const { rowsWritten } = sql.exec(
        'UPDATE lists SET hashed_pages = ?, hash_parts = ? WHERE id = ?',
        ...[round.nextPage, parts, list.id],
      );
      // It was removed meanwhile: nothing of it is to stay behind
      if (rowsWritten === 0) throw gone(list.recallId);
    });
    giveBack(round.entries);
    page = round.nextPage;
    await letOthers();
  }
  for (let part = 0; part < parts; part++) {
    comparePart(storage, list, part);
    await letOthers();
  }
}

const partsFor = (targets: number, targetsPerRound: number): number =>
  targets <= targetsPerRound ? 0 : Math.max(LEAST_PARTS, Math.ceil(targets / PART_TARGETS));

function repeatsIn(entries: Uint32Array): readonly number[] {
  const repeats: number[] = [];
  const table = tableFor(entries.length);
  findRepeats(entries, { table, onRepeat: (index) => repeats.push(index) });
  giveBack(table);
  return repeats;
}

/** Those whose index is not named, in the same memory; both are in ascending order. */
function without(entries: Uint32Array, indexes: readonly number[]): Uint32Array {
  let next = 0;
  let to = 0;
  let from = 0;
  const keepUntil = (end: number): void => {
    entries.copyWithin(to, from, end);
    to += end - from;
    from = end + ENTRY_WORDS;
  };
  for (let at = 0; at < entries.length && next < indexes.length; at += ENTRY_WORDS) {
    if (entries[at + HASH_WORDS] !== indexes[next]) continue;
    next += 1;
    keepUntil(at);
  }
  keepUntil(entries.length);
  return entries.subarray(0, to);
}

interface ToPutBy {
  readonly entries: Uint32Array;
  readonly parts: number;
  /** Its first page: rounds are in the order of the targets. */
  readonly round: number;
}

function putBy(sql: SqlStorage, list: ListRow, { entries, parts, round }: ToPutBy): void {
  if (parts === 0) return;
  const partOf = (at: number): number => (entries[at + HASH_WORDS - 1] ?? 0) % parts;
  const sizes = new Uint32Array(parts);
  for (let at = 0; at < entries.length; at += ENTRY_WORDS)
    sizes[partOf(at)] = (sizes[partOf(at)] ?? 0) + ENTRY_WORDS;
  const rows = Array.from(sizes, (size) => ({ entries: new Uint32Array(size), length: 0 }));
  for (let at = 0; at < entries.length; at += ENTRY_WORDS) {
    const row = rows[partOf(at)];
    if (row === undefined) throw new RangeError('a remainder is below what was divided by');
    row.entries.set(entries.subarray(at, at + ENTRY_WORDS), row.length);
    row.length += ENTRY_WORDS;
  }
  for (const [part, row] of rows.entries()) {
    if (row.length === 0) continue;
    sql.exec(
      'INSERT INTO list_hashes (list, part, round, entries) VALUES (?, ?, ?, ?)',
      ...[list.id, part, round, assertRowFits(row.entries.buffer)],
    );
    giveBack(row.entries);
  }
}

function comparePart(storage: DurableObjectStorage, list: ListRow, part: number): void {
  const { sql } = storage;
  const rows = sql
    .exec<{ entries: ArrayBuffer }>(
      'SELECT entries FROM list_hashes WHERE list = ? AND part = ? ORDER BY round',
      ...[list.id, part],
    )
    .toArray();
  const length = rows.reduce((sum, { entries }) => sum + entries.byteLength / 4, 0);
  const all = new Uint32Array(length);
  let at = 0;
  for (const { entries } of rows) {
    const row = new Uint32Array(entries);
    all.set(row, at);
    at += row.length;
    giveBack(row);
  }
  const repeats = repeatsIn(all);
  giveBack(all);
  storage.transactionSync(() => {
    markDropped(sql, list, repeats);
    // Its repeats are noted: compared again after an eviction, it would count them twice
    sql.exec('DELETE FROM list_hashes WHERE list = ? AND part = ?', list.id, part);
  });
}
