import { existsSync, rmSync } from 'node:fs';
import type { RecallFacts } from '../../../summary/facts.ts';
import { makePrivateFolder } from '../files/private-files.ts';
import { recallFolder, type RecallFolder } from '../files/recall-folder.ts';
import { isRecallId } from '../files/recall-id.ts';
import type { LedgerSettings, OwnedLedger } from '../recall-record.ts';
import { named } from '../sqlite/fault.ts';
import type { Lock } from '../sqlite/lock.ts';
import { createDatabase } from './create-database.ts';
import { ownLedger } from './own-ledger.ts';
import { takeRecall } from './take-recall.ts';
import { refuseSecond } from './unfinished.ts';
import { withDirectory } from './with-directory.ts';

/** What a recall is begun with. */
export interface NewRecall {
  readonly facts: RecallFacts;
  readonly settings: LedgerSettings;
  /** Begins it even if an unfinished recall takes back the same notification. */
  readonly again: boolean;
}

/** A place for a recall whose facts are not known yet. It is gone with the process unless a ledger is created. */
export interface Reservation extends Disposable {
  readonly recallId: string;
  /** For input that can be read only once. */
  readonly spoolDirectory: string;
  /** Makes the ledger, owned by this process. */
  create(recall: NewRecall): OwnedLedger;
  /** Removes the place and what is spooled there. Does nothing once the ledger is created. */
  discard(): void;
}

export function reserve(directory: string, newId: () => string): Reservation {
  const recallId = newId();
  if (!isRecallId(recallId)) throw new Error(`${recallId} cannot be the id of a recall`);
  const place = recallFolder(directory, recallId);
  const lock = withDirectory(directory, () => {
    if (existsSync(place.folder)) throw new Error(`there is a recall ${recallId} already`);
    named(place, () => {
      makePrivateFolder(place.folder);
      makePrivateFolder(place.spoolDirectory);
    });
    return takeRecall(place);
  });
  return reservation({ directory, place, lock });
}

interface Reserved {
  readonly directory: string;
  readonly place: RecallFolder;
  readonly lock: Lock;
}

function reservation({ directory, place, lock }: Reserved): Reservation {
  const { recallId, spoolDirectory } = place;
  let open = true;
  const discard = (): void => {
    if (!open) return;
    open = false;
    lock.release();
    named(place, () => rmSync(place.folder, { recursive: true, force: true }));
  };
  return {
    recallId,
    spoolDirectory,
    create({ facts, settings, again }) {
      if (!open) throw new Error(`the ledger of recall ${recallId} was created or discarded before`);
      if (facts.recallId !== recallId) throw new Error(`${facts.recallId} is not reserved, ${recallId} is`);
      withDirectory(directory, () => {
        if (!again) refuseSecond(directory, { facts, settings });
        named(place, () => createDatabase(place, { facts, settings }));
      });
      open = false;
      return ownLedger(place, lock);
    },
    discard,
    [Symbol.dispose]: discard,
  };
}
