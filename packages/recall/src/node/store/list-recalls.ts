import type { ListFilter, StoredRecall } from '../../store/recall-store.ts';
import type { Ledgers } from '../ledger/open-ledgers.ts';
import { settingsIn, wantedIn } from './recall-record.ts';

const LIMIT = 100;

/** The newest first. One that cannot be read is passed over: reading it says what is wrong with it. */
export function listRecalls(
  ledgers: Pick<Ledgers, 'list'>,
  { wanted, finished, limit = LIMIT }: ListFilter = {},
): readonly StoredRecall[] {
  return ledgers
    .list()
    .flatMap((listed): readonly StoredRecall[] => {
      if ('fault' in listed) return [];
      const { recallId, facts, summary, forgotten } = listed;
      return [
        { recallId, facts, summary, forgotten, settings: settingsIn(listed), wanted: wantedIn(listed) },
      ];
    })
    .filter(
      (recall) =>
        (wanted === undefined || recall.wanted === wanted) &&
        (finished === undefined || (recall.summary.state === 'finished') === finished),
    )
    .slice(0, limit);
}
