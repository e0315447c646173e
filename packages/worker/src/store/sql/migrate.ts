import { LedgerError } from '@unpush/recall';
import { integer } from '@unpush/recall/store-kit';
import type { Database } from './database.ts';
import { STEPS } from './steps.ts';

/**
 * Makes the tables, or brings them up to date.
 *
 * @throws LedgerError `too-new` where a newer version of the gateway has written there, as after a rollback.
 */
export function migrate(database: Database, steps: readonly string[] = STEPS): void {
  database.together(() => {
    database.run(
      'CREATE TABLE IF NOT EXISTS unpush_version (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT',
    );
    const row = database.first('SELECT version FROM unpush_version');
    const version = row === undefined ? 0 : integer(row, 'version');
    if (version > steps.length) throw tooNew(version, steps.length);
    if (version === steps.length) return;
    for (const step of steps.slice(version)) database.run(step);
    database.run('INSERT OR REPLACE INTO unpush_version VALUES (1, ?)', steps.length);
  });
}

const tooNew = (version: number, known: number): LedgerError =>
  new LedgerError(
    `The database of this app was made by a newer version of the gateway (schema ${version}, this one knows up to ${known}). Nothing was changed. Deploy the newer version again.`,
    { problem: 'too-new' },
  );
