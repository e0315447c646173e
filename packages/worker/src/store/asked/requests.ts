import { text } from '@unpush/recall/store-kit';
import type { KnownRequest } from '../object-store.ts';
import type { Database } from '../sql/database.ts';

export function findRequest(database: Database, key: string): KnownRequest | undefined {
  const row = database.first('SELECT recall_id, fingerprint FROM requests WHERE key = ?', key);
  return row && { recallId: text(row, 'recall_id'), fingerprint: text(row, 'fingerprint') };
}
