import type { DatabaseSync } from 'node:sqlite';
import { integer } from '../../../ledger/rows/columns.ts';
import { transaction } from './transaction.ts';

/** Steps from an empty file to the newest schema, as SQL; the version of a file is how many it has taken. */
export type Migrations = readonly string[];

export const versionOf = (database: DatabaseSync): number =>
  integer(database.prepare('PRAGMA user_version').get(), 'user_version');

/** Takes the steps that a file has not taken yet, each as a whole or not at all. */
export function migrate(database: DatabaseSync, migrations: Migrations): void {
  for (const [index, sql] of migrations.entries()) {
    transaction(database, () => {
      // Asked inside: another process may be about to take the same step
      if (versionOf(database) > index) return;
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
