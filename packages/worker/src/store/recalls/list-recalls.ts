import { InvalidRequestError, show } from '@unpush/core';
import type { ListFilter, StoredRecall } from '@unpush/recall';
import type { Database } from '../sql/database.ts';
import type { Owners } from './owners.ts';
import { RECALL_COLUMNS, recallRowOf } from './recall-row.ts';
import { SUMMARY_COLUMNS, summaryOf } from './summary.ts';

/** Which recalls are listed, and from where on. */
export interface PageFilter extends ListFilter {
  /** The id of the last recall of the page before. One that is not there ends the list. */
  readonly after?: string;
}

const MOST = 100;

/** The newest first. */
export function listRecalls(
  database: Database,
  owners: Owners,
  { wanted, finished, after, limit = MOST }: PageFilter = {},
): readonly StoredRecall[] {
  checkLimit(limit);
  const isFinished = finished === undefined ? null : finished ? 1 : 0;
  const rows = database.rows(
    `SELECT ${RECALL_COLUMNS}, ${SUMMARY_COLUMNS} FROM recalls AS r JOIN standings AS s ON s.recall = r.number
      WHERE (?1 IS NULL OR r.wanted = ?1) AND (?2 IS NULL OR (s.state = 'finished') = ?2)
        AND (?3 IS NULL OR (r.created_at, r.number) < (SELECT a.created_at, a.number FROM recalls AS a WHERE a.id = ?3))
      ORDER BY r.created_at DESC, r.number DESC LIMIT ?4`,
    wanted ?? null,
    isFinished,
    after ?? null,
    limit,
  );
  return database.understand(undefined, () =>
    rows.map((row) => {
      const { facts, settings, wanted: now, forgotten } = recallRowOf(row);
      const { recallId } = facts;
      const summary = summaryOf(row, { facts, owned: owners.has(recallId) });
      return { recallId, facts, settings, wanted: now, summary, forgotten };
    }),
  );
}

function checkLimit(limit: number): void {
  if (Number.isSafeInteger(limit) && limit >= 0) return;
  throw new InvalidRequestError([
    { field: 'limit', problem: `must be a whole number, not below 0, but is ${show(limit)}` },
  ]);
}
