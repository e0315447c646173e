import type { RecallStore } from '@unpush/recall';
import type { ObjectStore } from '../../../src/store/object-store.ts';
import { openStore, type OpenStoreOptions } from '../../../src/store/open-store.ts';
import { createOwners } from '../../../src/store/recalls/owners.ts';
import { newRecallId } from '../../../src/store/recalls/recall-id.ts';
import { databaseOf } from '../../../src/store/sql/database.ts';
import type { ListLimits } from '../../../src/store/uploads.ts';
import { dropAdmission, noteAdmission, sweepAdmissions } from './admissions.ts';
import { takeIn } from './take-in.ts';

const LIMITS: ListLimits = { bytes: 4 * 2 ** 30, targets: 10_000_000 };

/**
 * The object's store as the contract of recall stores has it, which reads targets by itself: a gateway is sent them,
 * and does not carry what reads pages and other formats.
 */
export function openRecallStore(
  storage: DurableObjectStorage,
  { owners = createOwners() }: OpenStoreOptions = {},
): ObjectStore & RecallStore {
  const store = openStore(storage, { owners });
  const { lists } = store;
  const database = databaseOf(storage);
  sweepAdmissions(database, lists, owners);
  return {
    ...store,
    async admit(input, { dedupe = true, signal = new AbortController().signal } = {}) {
      // Throws where it was closed
      await store.list();
      signal.throwIfAborted();
      const recallId = newRecallId();
      const ownership = owners.take(recallId);
      const discard = (): void => dropAdmission(database, lists, recallId);
      noteAdmission(database, recallId);
      try {
        await takeIn(input, { recallId, lists, limits: LIMITS, dedupe, signal });
        signal.throwIfAborted();
      } catch (error) {
        ownership.letGo();
        discard();
        throw error;
      }
      return store.admitList(recallId, { ownership, discard });
    },
  };
}
