import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

/** Makes the folder, and those above it that are missing, for its owner only. One that is there stays as it is. */
export function makePrivateFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
  // The umask can only have taken rights away, even the owner's
  if (first !== undefined) chmodSync(path, OWNER_ONLY_FOLDER);
}

/**
 * Makes an empty file for its owner only, unless there is one. SQLite gives the files beside a database the rights
 * of the database.
 */
export function makePrivateFile(path: string): void {
  if (existsSync(path)) return;
  closeSync(openSync(path, 'a', OWNER_ONLY_FILE));
  chmodSync(path, OWNER_ONLY_FILE);
}
