import { DatabaseSync } from 'node:sqlite';
import { resultOf } from './fault.ts';

const BUSY = 5;

/** Something that one process at a time can hold. The system lets go of it when the process dies, however it dies. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock that lies at `path`; `undefined` if somebody holds it for longer than `patienceMs`. The file must
 * not be opened by other means in a process that holds it: closing it would let go of the lock.
 */
export function takeLock(path: string, { patienceMs }: { readonly patienceMs: number }): Lock | undefined {
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    // Nothing is ever written, so the file stays empty; this keeps a journal from lying beside it
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (resultOf(error) === BUSY) return undefined;
    throw error;
  }
  return { release: () => database.isOpen && database.close() };
}

/** Whether somebody holds it at this moment. */
export function isHeld(path: string): boolean {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  try {
    database.exec('SELECT 1 FROM sqlite_schema');
    return false;
  } catch (error) {
    if (resultOf(error) === BUSY) return true;
    throw error;
  } finally {
    database.close();
  }
}
