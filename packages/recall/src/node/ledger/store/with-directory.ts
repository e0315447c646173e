import { join } from 'node:path';
import { LedgerError } from '../../../ledger/ledger-error.ts';
import { makePrivateFile, makePrivateFolder } from '../files/private-files.ts';
import { named } from '../sqlite/fault.ts';
import { takeLock } from '../sqlite/lock.ts';

const PATIENCE_MS = 10_000;

/** Does what only one process at a time may do in a directory: making and removing recalls. */
export function withDirectory<T>(directory: string, work: () => T): T {
  const lock = named({ folder: directory }, () => {
    makePrivateFolder(directory);
    const path = join(directory, 'lock.sqlite');
    makePrivateFile(path);
    return takeLock(path, { patienceMs: PATIENCE_MS });
  });
  if (lock === undefined) {
    throw new LedgerError(
      `ledger ${directory}: another process has been making a recall there for ${PATIENCE_MS / 1000} s. Nothing was sent; try again.`,
      { problem: 'unreachable', folder: directory },
    );
  }
  try {
    return work();
  } finally {
    lock.release();
  }
}
