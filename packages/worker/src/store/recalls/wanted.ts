import type { Wanted } from '@unpush/recall';
import type { KeptError } from '../object-store.ts';
import type { Database } from '../sql/database.ts';
import { findRecall } from './recall-row.ts';
import { forgottenRecall } from '../refusals.ts';

/** @throws LedgerError `not-found`; `forgotten` where it is to run and cannot. */
export function want(database: Database, recallId: string, wanted: Wanted): void {
  const { forgotten } = findRecall(database, recallId);
  if (forgotten && wanted === 'run') throw forgottenRecall(recallId);
  database.run('UPDATE recalls SET wanted = ? WHERE id = ?', wanted, recallId);
}

/** Wants a recall no more, and says why in its settings. Reads nothing of it: that may be what fails. */
export const giveUp = (database: Database, recallId: string, error: KeptError): void =>
  database.run(
    `UPDATE recalls SET wanted = 'stop', settings = iif(json_valid(settings),
      json_set(settings, '$.error', json(?)), settings) WHERE id = ?`,
    JSON.stringify(error),
    recallId,
  );

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
