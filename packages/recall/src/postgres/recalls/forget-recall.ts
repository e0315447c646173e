import type { Database } from '../connection/database.ts';
import { noSuchRecall, underWay } from '../ownership/refusals.ts';

/** Deletes the targets. What is kept of a recall besides holds none. */
export async function forgetRecall(database: Database, recallId: string): Promise<void> {
  const { recalls, standings, pages } = database.tables;
  const forgotten = await database.ask({
    text: `WITH free AS (UPDATE ${standings} SET forgotten = true, owner = NULL, owner_until = NULL
        WHERE recall = $1 AND (owner IS NULL OR owner_until < clock_timestamp()) RETURNING recall),
      gone AS (DELETE FROM ${pages} AS p USING free WHERE p.recall = free.recall)
      UPDATE ${recalls} AS r SET claim = NULL, wanted = 'stop' FROM free WHERE r.id = free.recall
      RETURNING r.id`,
    values: [recallId],
    recallId,
  });
  if (forgotten.length > 0) return;
  const [row] = await database.ask({
    text: `SELECT 1 AS found FROM ${standings} WHERE recall = $1`,
    values: [recallId],
    recallId,
  });
  throw row === undefined ? noSuchRecall(database, recallId) : underWay(recallId);
}
