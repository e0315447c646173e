import type { OwnedRecall, RecallFacts, Wanted } from '@unpush/recall';
import { integer, text, UnexpectedColumn, type Row } from '@unpush/recall/store-kit';
import type { Database } from '../sql/database.ts';
import { noSuchRecall } from '../refusals.ts';

/** What is fixed of a recall, and what is asked of it. */
export interface RecallRow {
  /** What its rows are known by. */
  readonly number: number;
  readonly facts: RecallFacts;
  readonly settings: OwnedRecall['settings'];
  readonly wanted: Wanted;
  readonly forgotten: boolean;
}

export const RECALL_COLUMNS = 'r.number, r.facts, r.settings, r.wanted, r.forgotten';

export function recallRowOf(row: Row): RecallRow {
  // The casts: what create, saveSettings and want have written
  return {
    number: integer(row, 'number'),
    facts: JSON.parse(text(row, 'facts')) as RecallFacts,
    settings: JSON.parse(text(row, 'settings')) as OwnedRecall['settings'],
    wanted: text(row, 'wanted') as Wanted,
    forgotten: integer(row, 'forgotten') === 1,
  };
}

/** @throws LedgerError `not-found`. */
export function findRecall(database: Database, recallId: string): RecallRow {
  const row = database.first(`SELECT ${RECALL_COLUMNS} FROM recalls AS r WHERE r.id = ?`, recallId);
  if (row === undefined) throw noSuchRecall(recallId);
  return database.understand(recallId, () => recallRowOf(row));
}

/** The key of the digests in a recall's evidence. */
export function evidenceKeyOf(database: Database, recallId: string): Uint8Array {
  const row = database.first('SELECT evidence_key FROM recalls WHERE id = ?', recallId);
  if (row === undefined) throw noSuchRecall(recallId);
  return database.understand(recallId, () => {
    const key = row['evidence_key'];
    if (!(key instanceof ArrayBuffer)) throw new UnexpectedColumn('the column evidence_key holds no bytes');
    return new Uint8Array(key);
  });
}
