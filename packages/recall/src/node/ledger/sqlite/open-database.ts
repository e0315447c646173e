import type { DatabaseSync } from 'node:sqlite';
import { LedgerError } from '../../../ledger/ledger-error.ts';
import type { RecallFolder } from '../files/recall-folder.ts';
import { connect, connectReader } from './connect.ts';
import { isHeld } from './lock.ts';
import { migrate, versionOf, type Migrations } from './migrate.ts';

/** A ledger's database, and the schema it is to have. */
export interface LedgerFile {
  readonly place: RecallFolder;
  readonly migrations: Migrations;
}

/** For the owner; a file that an older version made is brought up to date. */
export function openDatabase({ place, migrations }: LedgerFile): DatabaseSync {
  const database = connectReader(place.database);
  try {
    refuseNewer(database, { place, migrations });
  } finally {
    database.close();
  }
  return checked(connect(place.database), (owned) => migrate(owned, migrations));
}

/** For a reader. */
export function openDatabaseToRead({ place, migrations }: LedgerFile): DatabaseSync {
  return checked(connectReader(place.database), (database) => {
    refuseNewer(database, { place, migrations });
    if (versionOf(database) === migrations.length) return;
    if (isHeld(place.lock)) {
      throw new LedgerError(
        `recall ${place.recallId} is under way in another process, of an older version of unpush. Wait for its end.`,
        { problem: 'under-way', folder: place.folder, recallId: place.recallId },
      );
    }
    openDatabase({ place, migrations }).close();
  });
}

function refuseNewer(database: DatabaseSync, { place, migrations }: LedgerFile): void {
  const version = versionOf(database);
  if (version <= migrations.length) return;
  const { folder, recallId } = place;
  throw new LedgerError(
    `ledger ${folder}: a newer version of unpush made it (schema ${version}, this one knows up to ${migrations.length}). Nothing was changed. Update unpush, and try again.`,
    { problem: 'too-new', folder, recallId },
  );
}

function checked(database: DatabaseSync, check: (database: DatabaseSync) => void): DatabaseSync {
  try {
    check(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
