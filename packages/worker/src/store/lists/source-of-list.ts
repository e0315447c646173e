import { LedgerError, type TargetSource } from '@unpush/recall';
import type { ListUse } from '../uploads.ts';
import { giveBack } from './give-back.ts';
import { letOthers } from './let-others.ts';
import { findList, type ListRow } from './rows/list-row.ts';
import { keptIn, readPage } from './rows/read-page.ts';

/** The targets of a settled list, page by page. Each reading is of its own, and others may write meanwhile. */
export function sourceOfList(sql: SqlStorage, list: ListRow, how: ListUse): TargetSource {
  const totals = list.settled?.facts.totals;
  return {
    ...(totals && { totals }),
    async *read({ signal } = {}) {
      for (let number = 0; number < list.pages; number++) {
        signal?.throwIfAborted();
        if (findList(sql, list.recallId)?.id !== list.id) throw gone(list.recallId);
        for (const chunk of keptIn(list, await readPage(sql, list, number), how)) {
          yield chunk;
          signal?.throwIfAborted();
        }
        await letOthers();
      }
    },
  };
}

/** A list as it came, page by page; each is given back when the next is asked for. */
export async function* linesOfList(sql: SqlStorage, list: ListRow): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let number = 0; number < list.pages; number++) {
    if (findList(sql, list.recallId)?.id !== list.id) throw gone(list.recallId);
    const { lines } = await readPage(sql, list, number);
    yield lines;
    giveBack(lines);
  }
}

export const gone = (recallId: string): LedgerError =>
  new LedgerError(
    `the targets of recall ${recallId} were deleted, so nothing more can be sent or reported of them.`,
    { problem: 'forgotten', recallId },
  );
