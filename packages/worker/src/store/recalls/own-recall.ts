import { keepLedger, webEvidence, type OwnedRecall, type TargetSource } from '@unpush/recall';
import { promised } from '@unpush/recall/store-kit';
import { objectStorage } from '../ledger/object-storage.ts';
import type { Database } from '../sql/database.ts';
import type { Ownership } from './owners.ts';
import { evidenceKeyOf, findRecall } from './recall-row.ts';
import { ownedNoMore } from '../refusals.ts';
import { want } from './wanted.ts';

/** What owning a recall takes. */
export interface Owning {
  readonly recallId: string;
  readonly ownership: Ownership;
  readonly source: TargetSource;
  readonly onClose: (owned: OwnedRecall) => void;
}

/** A recall that was taken. Nobody can take it away, so it is never lost. */
export function ownRecall(database: Database, owning: Owning): OwnedRecall {
  const { recallId, ownership, source, onClose } = owning;
  const { number: recall, facts, settings: begunWith } = findRecall(database, recallId);
  let settings = begunWith;
  const assertOwned = (): void => {
    if (!ownership.isOwned()) throw ownedNoMore(recallId);
  };
  const storage = objectStorage(database, { recall, recallId, assertOwned });
  const close = (): Promise<void> => {
    ownership.letGo();
    onClose(owned);
    return Promise.resolve();
  };
  const owned: OwnedRecall = {
    ...keepLedger(storage, webEvidence(facts, evidenceKeyOf(database, recallId))),
    recallId,
    facts,
    source,
    lost: new AbortController().signal,
    get settings() {
      return settings;
    },
    wanted: () => promised(() => findRecall(database, recallId).wanted),
    want: (wanted) => promised(() => want(database, recallId, wanted)),
    saveSettings: (changed) =>
      promised(() => {
        assertOwned();
        database.run('UPDATE recalls SET settings = ? WHERE id = ?', JSON.stringify(changed), recallId);
        settings = findRecall(database, recallId).settings;
      }),
    close,
    [Symbol.asyncDispose]: close,
  };
  return owned;
}
