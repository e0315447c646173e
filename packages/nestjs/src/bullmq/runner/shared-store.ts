import type { RecallStore, SharedRecallStore } from '@unpush/recall';
import { UnpushOptionsError } from '../../options/options-error.ts';

/** The store, where several processes can work on it. Throws {@link UnpushOptionsError} for any other. */
export function sharedStore(store: RecallStore): SharedRecallStore {
  if (isShared(store)) return store;
  throw new UnpushOptionsError([
    'ledger: must be a store that several processes can work on for recalls on a queue, such as ' +
      'postgresStore({ pool }) of @unpush/recall/postgres; a directory lies on one machine only',
  ]);
}

const isShared = (store: RecallStore): store is SharedRecallStore => 'targetsAt' in store && 'lease' in store;
