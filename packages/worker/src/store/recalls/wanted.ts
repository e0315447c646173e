import type { Wanted } from '@unpush/recall';
import type { Database } from '../sql/database.ts';
import { findRecall } from './recall-row.ts';
import { forgottenRecall } from './refusals.ts';

/** @throws LedgerError `not-found`; `forgotten` where it is to run and cannot. */
export function want(database: Database, recallId: string, wanted: Wanted): void {
  const { forgotten } = findRecall(database, recallId);
  if (forgotten && wanted === 'run') throw forgottenRecall(recallId);
  database.run('UPDATE recalls SET wanted = ? WHERE id = ?', wanted, recallId);
}

/**
 * What is to run and has not come to its end, the oldest first; also what has, and whose settings say that its unknown
 * targets are to be tried again.
 */
export const wantedToRun = (database: Database): readonly string[] =>
  database
    .rows(
      `SELECT r.id FROM recalls AS r JOIN standings AS s ON s.recall = r.number
      WHERE r.wanted = 'run' AND (s.state <> 'finished' OR json_extract(r.settings, '$.retryUnknown'))
      ORDER BY r.number`,
    )
    .map((row) => String(row['id']));
