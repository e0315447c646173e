import { text } from '@unpush/recall/store-kit';
import type { AuditEntry } from '../../contract/recall-answer.ts';
import type { Database } from '../sql/database.ts';

export const note = (database: Database, recallId: string, entry: AuditEntry): void =>
  database.run('INSERT INTO audit (recall_id, entry) VALUES (?, ?)', recallId, JSON.stringify(entry));

/** The oldest first. */
export function auditOf(database: Database, recallId: string): readonly AuditEntry[] {
  const rows = database.rows('SELECT entry FROM audit WHERE recall_id = ? ORDER BY number', recallId);
  // The cast: what note has written
  return database.understand(recallId, () => rows.map((row) => JSON.parse(text(row, 'entry')) as AuditEntry));
}
