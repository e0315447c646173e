import type { LedgerStorage } from '../../../ledger/book/storage.ts';
import { keepLedger } from '../../../ledger/keep-ledger.ts';
import { LedgerError } from '../../../ledger/ledger-error.ts';
import { nodeEvidence } from '../../evidence/node-evidence.ts';
import type { RecallFolder } from '../files/recall-folder.ts';
import type { LedgerSettings, OwnedLedger } from '../recall-record.ts';
import { readAbout, writeSettings } from '../sqlite/about.ts';
import { named } from '../sqlite/fault.ts';
import type { Lock } from '../sqlite/lock.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { MIGRATIONS } from '../sqlite/schema.ts';
import { sqliteStorage } from '../sqlite/sqlite-storage.ts';

/** Takes a recall whose lock is held already. Lets go of the lock if it cannot be opened, and when it is closed. */
export function ownLedger(place: RecallFolder, lock: Lock): OwnedLedger {
  try {
    return own(place, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function own(place: RecallFolder, lock: Lock): OwnedLedger {
  const { recallId, spoolDirectory } = place;
  const database = named(place, () => openDatabase({ place, migrations: MIGRATIONS }));
  const close = (): void => {
    if (database.isOpen) database.close();
    lock.release();
  };
  try {
    const about = named(place, () => readAbout(database));
    if (about.forgotten) throw forgottenError(place);
    let { settings } = about;
    const storage = named(place, () => sqliteStorage(database));
    return {
      ...keepLedger(withNamedFaults(storage, place), nodeEvidence(about.facts, about.evidenceKey)),
      recallId,
      spoolDirectory,
      facts: about.facts,
      get settings(): LedgerSettings {
        return settings;
      },
      saveSettings(changed) {
        named(place, () => writeSettings(database, changed));
        settings = changed;
      },
      close,
      [Symbol.dispose]: close,
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

const forgottenError = ({ recallId, folder }: RecallFolder): LedgerError =>
  new LedgerError(
    `recall ${recallId} cannot go on: its targets were deleted. Its record and evidence are still there. Begin a new recall with the list of targets.`,
    { problem: 'forgotten', folder, recallId },
  );

export const withNamedFaults = (storage: LedgerStorage, place: RecallFolder): LedgerStorage => ({
  load: () => named(place, () => storage.load()),
  unknown: () => named(place, () => storage.unknown()),
  commit: (change) => named(place, () => storage.commit(change)),
});
