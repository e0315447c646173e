import type { Malformed, MetFields } from '@unpush/recall';
import type { SettledList, UploadFormat } from '../../uploads.ts';

/** What is known of a list as a whole. */
export interface ListRow {
  readonly id: number;
  readonly recallId: string;
  readonly name: string;
  readonly format: UploadFormat;
  readonly field?: string;
  readonly dedupe: boolean;
  /** In bytes, where it was said before. */
  readonly length?: number;
  readonly filled: boolean;
  /** Taken in so far, as are lines, pages, read and malformed. */
  readonly bytes: number;
  readonly lines: number;
  readonly pages: number;
  readonly read: number;
  readonly malformed: number;
  readonly met: MetFields;
  readonly firstMalformed: readonly Malformed[];
  readonly complete: boolean;
  readonly hashKey: Uint8Array;
  /** How many pages were looked through for duplicates. */
  readonly hashedPages: number;
  /** Into how many parts its hashes are put by, once they are. */
  readonly hashParts?: number;
  readonly settled?: SettledList;
}

// Each column as steps.ts and list-changes.ts have it
type Stored = Record<'dedupe' | 'filled' | 'complete', number> &
  Record<'id' | 'bytes' | 'lines' | 'pages' | 'read' | 'malformed' | 'hashed_pages', number> &
  Record<'recall' | 'name' | 'met' | 'first_malformed', string> & {
    readonly format: UploadFormat;
    readonly field: string | null;
    readonly length: number | null;
    readonly hash_parts: number | null;
    readonly hash_key: ArrayBuffer;
    readonly settled: string | null;
  };

export function findList(sql: SqlStorage, recallId: string): ListRow | undefined {
  const [row] = sql.exec<Stored>('SELECT * FROM lists WHERE recall = ?', recallId);
  if (row === undefined) return undefined;
  const { id, recall, name, format, field, bytes, lines, pages, read, malformed, length, settled } = row;
  const { hash_parts: hashParts } = row;
  return {
    ...{ id, recallId: recall, name, format, bytes, lines, pages, read, malformed },
    ...(field !== null && { field }),
    ...(length !== null && { length }),
    dedupe: row.dedupe === 1,
    filled: row.filled === 1,
    complete: row.complete === 1,
    // The casts: what JSON was made of
    met: JSON.parse(row.met) as MetFields,
    firstMalformed: JSON.parse(row.first_malformed) as readonly Malformed[],
    hashKey: new Uint8Array(row.hash_key),
    hashedPages: row.hashed_pages,
    ...(hashParts !== null && { hashParts }),
    ...(settled !== null && { settled: JSON.parse(settled) as SettledList }),
  };
}
