import { text } from '../../ledger/rows/columns.ts';
import type { Wanted } from '../../store/recall-store.ts';
import type { Database } from '../connection/database.ts';
import { forgottenRecall, noSuchRecall } from '../ownership/refusals.ts';

export async function readWanted(database: Database, recallId: string): Promise<Wanted> {
  const [row] = await database.ask({
    text: `SELECT wanted FROM ${database.tables.recalls} WHERE id = $1`,
    values: [recallId],
    recallId,
  });
  if (row === undefined) throw noSuchRecall(database, recallId);
  return text(row, 'wanted') as Wanted; // written by the statement below, and by create
}

export async function want(database: Database, recallId: string, wanted: Wanted): Promise<void> {
  const { recalls, standings } = database.tables;
  const changed = await database.ask({
    // Locked first: otherwise one that is being forgotten at this moment would not be known as such
    text: `WITH there AS (SELECT recall FROM ${standings}
        WHERE recall = $1 AND ($2 = 'stop' OR NOT forgotten) FOR UPDATE)
      UPDATE ${recalls} AS r SET wanted = $2 FROM there WHERE r.id = there.recall RETURNING r.id`,
    values: [recallId, wanted],
    recallId,
  });
  if (changed.length > 0) return;
  await readWanted(database, recallId);
  throw forgottenRecall(recallId);
}
