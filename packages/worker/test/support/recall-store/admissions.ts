import { text } from '@unpush/recall/store-kit';
import type { Owners } from '../../../src/store/recalls/owners.ts';
import type { Database } from '../../../src/store/sql/database.ts';
import type { TargetLists } from '../../../src/store/uploads.ts';

/** Writes down that targets are about to be read, of which no recall is made yet. */
export const noteAdmission = (database: Database, recallId: string): void =>
  database.run('INSERT INTO admissions VALUES (?)', recallId);

/** Removes what was kept of it. */
export const dropAdmission = (database: Database, lists: TargetLists, recallId: string): void =>
  database.together(() => {
    database.run('DELETE FROM admissions WHERE id = ?', recallId);
    lists.remove(recallId);
  });

/** Removes what an object has left that was gone before it had made recalls of them. */
export function sweepAdmissions(database: Database, lists: TargetLists, owners: Owners): void {
  for (const row of database.rows('SELECT id FROM admissions')) {
    const recallId = text(row, 'id');
    if (!owners.has(recallId)) dropAdmission(database, lists, recallId);
  }
}
