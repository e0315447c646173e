import type { ListReading } from '../../uploads.ts';
import { UploadConflict } from '../faults.ts';
import { assertPageFits, assertRowFits, linesId, linesIds } from './lines-id.ts';
import type { ListRow } from './list-row.ts';

/** A page that was read, and is to be kept. */
export interface NewPage {
  readonly lines: Uint8Array<ArrayBuffer>;
  readonly targets: number;
  /** SHA-256 of the lines. */
  readonly digest: ArrayBuffer;
  /** JSON: what was passed over in filling it. */
  readonly passed?: string;
}

export interface ListToMake {
  readonly recallId: string;
  readonly reading: ListReading;
  readonly hashKey: Uint8Array<ArrayBuffer>;
}

export function makeList(sql: SqlStorage, { recallId, reading, hashKey }: ListToMake): void {
  const { format, field, dedupe, length, name = 'upload' } = reading;
  sql.exec(
    'INSERT INTO lists (recall, name, format, field, dedupe, length, hash_key) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[recallId, name, format, field ?? null, dedupe ? 1 : 0, length ?? null, hashKey.buffer],
  );
}

/** Moves a list on, with the page that it has come to; in one transaction, for nothing of it stands alone. */
export function moveOn(
  storage: DurableObjectStorage,
  { from, to, page }: { readonly from: ListRow; readonly to: ListRow; readonly page?: NewPage },
): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    // By where it stood: it may have begun anew meanwhile, or be gone
    const { rowsWritten } = sql.exec(
      `UPDATE lists SET filled = ?, bytes = ?, lines = ?, pages = ?, read = ?, malformed = ?, met = ?,
        first_malformed = ?, complete = ? WHERE id = ? AND bytes = ? AND pages = ? AND complete = 0`,
      ...[to.filled ? 1 : 0, to.bytes, to.lines, to.pages, to.read, to.malformed],
      ...[JSON.stringify(to.met), JSON.stringify(to.firstMalformed), to.complete ? 1 : 0],
      ...[from.id, from.bytes, from.pages],
    );
    if (rowsWritten === 0) throw new UploadConflict('offset', from.bytes);
    if (page === undefined) return;
    assertPageFits(from.name, from.pages);
    sql.exec(
      `INSERT INTO list_pages (list, number, first, targets, first_line, start, digest, passed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[from.id, from.pages, from.read - from.malformed, page.targets, from.lines + 1, from.bytes],
      ...[page.digest, page.passed ?? null],
    );
    const id = linesId(from.id, from.pages);
    sql.exec('INSERT INTO list_lines (id, lines) VALUES (?, ?)', id, assertRowFits(page.lines.buffer));
  });
}

/** Takes back what came in since a list stood there. */
export function takeBack(storage: DurableObjectStorage, to: ListRow): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    const { rowsWritten } = sql.exec(
      `UPDATE lists SET bytes = ?, lines = ?, pages = ?, read = ?, malformed = ?, met = ?, first_malformed = ?
        WHERE id = ? AND complete = 0`,
      ...[to.bytes, to.lines, to.pages, to.read, to.malformed],
      ...[JSON.stringify(to.met), JSON.stringify(to.firstMalformed), to.id],
    );
    if (rowsWritten === 0) return;
    sql.exec('DELETE FROM list_pages WHERE list = ? AND number >= ?', to.id, to.pages);
    const end = linesIds(to.id)[1];
    sql.exec('DELETE FROM list_lines WHERE id >= ? AND id < ?', linesId(to.id, to.pages), end);
  });
}

export function removeList(storage: DurableObjectStorage, recallId: string): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    const [row] = sql.exec<{ id: number }>('DELETE FROM lists WHERE recall = ? RETURNING id', recallId);
    if (row === undefined) return;
    sql.exec('DELETE FROM list_pages WHERE list = ?', row.id);
    sql.exec('DELETE FROM list_lines WHERE id >= ? AND id < ?', ...linesIds(row.id));
    sql.exec('DELETE FROM list_hashes WHERE list = ?', row.id);
  });
}
