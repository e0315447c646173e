import type { Database } from '../sql/database.ts';
import type { TargetLists } from '../uploads.ts';
import type { Owners } from './owners.ts';
import { findRecall } from './recall-row.ts';
import { underWay } from '../refusals.ts';

/**
 * Deletes a recall's targets. What is kept of it besides holds none.
 *
 * @throws LedgerError `not-found`; `under-way` while somebody owns it.
 */
export function forgetRecall(
  database: Database,
  recallId: string,
  { owners, lists }: { readonly owners: Owners; readonly lists: TargetLists },
): void {
  findRecall(database, recallId);
  if (owners.has(recallId)) throw underWay(recallId);
  database.together(() => {
    database.run(`UPDATE recalls SET forgotten = 1, wanted = 'stop' WHERE id = ?`, recallId);
    lists.remove(recallId);
  });
}
