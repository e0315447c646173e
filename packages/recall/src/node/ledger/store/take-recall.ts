import { LedgerError } from '../../../ledger/ledger-error.ts';
import { makePrivateFile } from '../files/private-files.ts';
import { hasLedger, recallFolder, recallFolders, type RecallFolder } from '../files/recall-folder.ts';
import { isRecallId, noSuchRecall } from '../files/recall-id.ts';
import { named } from '../sqlite/fault.ts';
import { takeLock, type Lock } from '../sqlite/lock.ts';

/** Long enough for a reader that looks whether the lock is held. */
const PATIENCE_MS = 250;

/** The folder of a recall that somebody named; throws unless there is one. */
export function findRecall(directory: string, id: string): RecallFolder {
  const place = recallFolder(directory, id);
  if (isRecallId(id) && hasLedger(place)) return place;
  const known = recallFolders(directory)
    .filter(hasLedger)
    .map(({ recallId }) => recallId);
  throw noSuchRecall(id, { folder: directory, known });
}

/** Makes this process the recall's owner; throws if another is. */
export function takeRecall(place: RecallFolder): Lock {
  const { recallId, folder } = place;
  const lock = named(place, () => {
    makePrivateFile(place.lock);
    return takeLock(place.lock, { patienceMs: PATIENCE_MS });
  });
  if (lock !== undefined) return lock;
  throw new LedgerError(
    `recall ${recallId} is under way in another process. Wait for its end, or stop it there with Ctrl-C. Look at it with:\n  unpush recalls show ${recallId}`,
    { problem: 'under-way', folder, recallId },
  );
}
