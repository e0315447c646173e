import { InvalidRequestError, show } from '@unpush/core';
import { integer, text, type Row } from '../../ledger/rows/columns.ts';
import type { ListFilter, StoredRecall, Wanted } from '../../store/recall-store.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Database } from '../connection/database.ts';
import { summaryColumns, summaryIn } from './summary.ts';

const MOST = 100;

/** The newest first. */
export async function listRecalls(
  database: Database,
  { wanted, finished, limit = MOST }: ListFilter = {},
): Promise<readonly StoredRecall[]> {
  checkLimit(limit);
  const { recalls, standings } = database.tables;
  const rows = await database.ask({
    text: `SELECT r.facts::text AS facts, r.settings::text AS settings, r.wanted, s.forgotten::int AS forgotten, ${summaryColumns(database.tables)}
      FROM ${recalls} AS r JOIN ${standings} AS s ON s.recall = r.id
      WHERE ($1::text IS NULL OR r.wanted = $1) AND ($2::boolean IS NULL OR (s.state = 'finished') = $2)
      ORDER BY r.created_at DESC, r.made DESC LIMIT $3`,
    values: [wanted ?? null, finished ?? null, limit],
  });
  return database.understand(undefined, () => rows.map(stored));
}

function checkLimit(limit: number): void {
  if (Number.isSafeInteger(limit) && limit >= 0) return;
  throw new InvalidRequestError([
    { field: 'limit', problem: `must be a whole number, not below 0, but is ${show(limit)}` },
  ]);
}

function stored(row: Row): StoredRecall {
  // The casts: what create, saveSettings and want have written
  const facts = JSON.parse(text(row, 'facts')) as RecallFacts;
  return {
    recallId: facts.recallId,
    facts,
    settings: JSON.parse(text(row, 'settings')) as StoredRecall['settings'],
    wanted: text(row, 'wanted') as Wanted,
    summary: summaryIn(row, facts),
    forgotten: integer(row, 'forgotten') === 1,
  };
}
