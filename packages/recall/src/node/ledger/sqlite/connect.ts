import { DatabaseSync } from 'node:sqlite';

/** How long a moment may be in which another process holds what is needed. */
const PATIENCE_MS = 5000;

/** About 32 MB of pages: a sync to disk for each of the few thousand steps between, not for every hundred. */
const CHECKPOINT_PAGES = 8000;

/** Opens the owner's connection. A power cut may lose the last steps, never break the file. */
export function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      PRAGMA secure_delete = ON;
    `);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Opens a connection that sees what is committed while the owner goes on writing. */
export const connectReader = (path: string): DatabaseSync =>
  new DatabaseSync(path, { readOnly: true, timeout: PATIENCE_MS });
