import type { SettledList } from '../../uploads.ts';
import type { ListRow } from '../rows/list-row.ts';
import { findDuplicates } from './find-duplicates.ts';
import { digestOf } from './list-digest.ts';

/** Finds duplicates, and says what was read. */
export async function settleList(
  storage: DurableObjectStorage,
  list: ListRow,
  targetsPerRound: number,
): Promise<SettledList> {
  const { sql } = storage;
  const { id, name, format, field, dedupe, filled, read, malformed, firstMalformed } = list;
  const digest = digestOf(sql, list);
  if (dedupe) await findDuplicates(storage, list, { targetsPerRound, onPage: (page) => digest.add(page) });
  const file = await digest.end();
  const { duplicate } = sql
    .exec<{ duplicate: number }>(
      'SELECT COALESCE(SUM(duplicate), 0) AS duplicate FROM list_pages WHERE list = ?',
      id,
    )
    .one();
  const totals = { read, malformed, duplicate };
  const settled: SettledList = {
    facts: {
      files: [
        {
          path: name,
          format: filled ? 'txt' : format,
          ...(field !== undefined && { field }),
          // As it lies here, whatever it came as
          gzip: false,
          ...file,
          ...totals,
        },
      ],
      dedupe,
      totals,
    },
    firstMalformed,
  };
  sql.exec('UPDATE lists SET settled = ? WHERE id = ?', JSON.stringify(settled), id);
  return settled;
}
