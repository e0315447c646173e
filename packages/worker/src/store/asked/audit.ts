import { text } from '@unpush/recall/store-kit';
import type { AuditEntry } from '../../contract/recall-answer.ts';
import type { Database } from '../sql/database.ts';

/** Parts of a list that one caller sends one after the other are one entry: there may be thousands. */
export function note(database: Database, recallId: string, entry: AuditEntry): void {
  const last = auditOf(database, recallId).at(-1);
  if (entry.action === 'continue-upload' && last?.action === entry.action && last.by === entry.by) {
    database.run(
      'UPDATE audit SET entry = ? WHERE number = (SELECT max(number) FROM audit WHERE recall_id = ?)',
      JSON.stringify({ ...last, until: entry.at }),
      recallId,
    );
    return;
  }
  database.run('INSERT INTO audit (recall_id, entry) VALUES (?, ?)', recallId, JSON.stringify(entry));
}

/** The oldest first. */
export function auditOf(database: Database, recallId: string): readonly AuditEntry[] {
  const rows = database.rows('SELECT entry FROM audit WHERE recall_id = ? ORDER BY number', recallId);
  // The cast: what note has written
  return database.understand(recallId, () => rows.map((row) => JSON.parse(text(row, 'entry')) as AuditEntry));
}
