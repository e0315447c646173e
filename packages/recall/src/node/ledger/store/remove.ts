import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LedgerError } from '../../../ledger/ledger-error.ts';
import { hasLedger, recallFolders, type RecallFolder } from '../files/recall-folder.ts';
import { forgetSettings, readAbout } from '../sqlite/about.ts';
import type { LedgerSettings } from '../recall-record.ts';
import { named } from '../sqlite/fault.ts';
import { takeLock } from '../sqlite/lock.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { MIGRATIONS } from '../sqlite/schema.ts';
import { takeRecall } from './take-recall.ts';
import { withDirectory } from './with-directory.ts';

/** Deletes whatever can hold a whole target: all but the record and the evidence. */
export function forget(place: RecallFolder, remaining: (settings: LedgerSettings) => LedgerSettings): void {
  const lock = takeRecall(place);
  try {
    named(place, () => {
      const database = openDatabase({ place, migrations: MIGRATIONS });
      try {
        if (!forgetSettings(database, remaining(readAbout(database).settings))) throw stillRead(place);
      } finally {
        database.close();
      }
      const kept = [place.database, place.lock].map((path) => basename(path));
      // SQLite's own files begin with the name of the database
      const others = readdirSync(place.folder).filter(
        (name) => !kept.some((start) => name.startsWith(start)),
      );
      for (const name of others) rmSync(join(place.folder, name), { recursive: true, force: true });
    });
  } finally {
    lock.release();
  }
}

const stillRead = ({ recallId, folder }: RecallFolder): LedgerError =>
  new LedgerError(
    `the targets of recall ${recallId} are not deleted yet: another program reads it at this moment. Wait for its end, and forget it again.`,
    { problem: 'unreachable', folder, recallId },
  );

/** Removes the places of recalls whose process died before their ledger was created; tells which. */
export function sweep(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return withDirectory(directory, () =>
    recallFolders(directory)
      .filter((place) => !hasLedger(place) && isAbandoned(place))
      .map((place) => {
        named(place, () => rmSync(place.folder, { recursive: true, force: true }));
        return place.recallId;
      }),
  );
}

function isAbandoned(place: RecallFolder): boolean {
  if (!existsSync(place.lock)) return true;
  const lock = named(place, () => takeLock(place.lock, { patienceMs: 0 }));
  lock?.release();
  // Its owner may have finished it in this moment
  return lock !== undefined && !hasLedger(place);
}
