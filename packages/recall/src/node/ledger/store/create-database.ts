import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { newEvidenceKey } from '../../evidence/keys.ts';
import { makePrivateFile } from '../files/private-files.ts';
import type { RecallFolder } from '../files/recall-folder.ts';
import { writeAbout, type About } from '../sqlite/about.ts';
import { connect } from '../sqlite/connect.ts';
import { migrate } from '../sqlite/migrate.ts';
import { MIGRATIONS } from '../sqlite/schema.ts';
import { transaction } from '../sqlite/transaction.ts';

/** Makes the file of a ledger: under its name it is there as a whole, or not at all. */
export function createDatabase(place: RecallFolder, about: Pick<About, 'facts' | 'settings'>): void {
  const unfinished = `${place.database}.new`;
  rmSync(unfinished, { force: true });
  makePrivateFile(unfinished);
  const database = connect(unfinished);
  try {
    migrate(database, MIGRATIONS);
    transaction(database, () => writeAbout(database, { ...about, evidenceKey: newEvidenceKey() }));
  } finally {
    database.close();
  }
  renameSync(unfinished, place.database);
  syncFolder(place.folder);
}

/** So that a power cut does not take the new name away. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // it opens no folders
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
