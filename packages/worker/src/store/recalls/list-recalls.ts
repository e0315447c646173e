import { InvalidRequestError, show } from '@unpush/core';
import type { ListFilter, StoredRecall } from '@unpush/recall';
import type { Database } from '../sql/database.ts';
import type { Owners } from './owners.ts';
import { RECALL_COLUMNS, recallRowOf } from './recall-row.ts';
import { SUMMARY_COLUMNS, summaryOf } from './summary.ts';

/** A place in the list of recalls. An upload has it too, and keeps it when it becomes a recall or is dropped. */
export interface ListPlace {
  /** Wall clock, in milliseconds. */
  readonly createdAt: number;
  readonly recallId: string;
}

/** Which recalls are listed, and from where on. */
export interface PageFilter extends ListFilter {
  /** Only what comes behind this place. */
  readonly after?: ListPlace;
}

const MOST = 100;

/** The newest first; of the same millisecond by their ids. */
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
        AND (?3 IS NULL OR (r.created_at, r.id) < (?3, ?4))
      ORDER BY r.created_at DESC, r.id DESC LIMIT ?5`,
    wanted ?? null,
    isFinished,
    after?.createdAt ?? null,
    after?.recallId ?? null,
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
