import {
  LedgerError,
  type Admission,
  type OwnedRecall,
  type RecallToCreate,
  type TargetSource,
} from '@unpush/recall';
import { notificationOf, promised } from '@unpush/recall/store-kit';
import { auditOf, note } from './asked/audit.ts';
import { dropDraft, findDraft, keepDraft, listDrafts, makeDraft } from './asked/drafts.ts';
import { findRequest } from './asked/requests.ts';
import { openLists } from './lists/open-lists.ts';
import type { AdmittingStore } from './object-store.ts';
import { admissionOf } from './recalls/admission-of.ts';
import { createRecall, unfinishedOf } from './recalls/create-recall.ts';
import { forgetRecall } from './recalls/forget-recall.ts';
import { listRecalls } from './recalls/list-recalls.ts';
import { ownRecall } from './recalls/own-recall.ts';
import { createOwners, type Owners, type Ownership } from './recalls/owners.ts';
import { readRecall } from './recalls/read-recall.ts';
import { newRecallId } from './recalls/recall-id.ts';
import { findRecall } from './recalls/recall-row.ts';
import { forgottenRecall, noSuchRecall } from './refusals.ts';
import { giveUp, want, wantedToRun } from './recalls/wanted.ts';
import { databaseOf } from './sql/database.ts';
import { migrate } from './sql/migrate.ts';

export interface OpenStoreOptions {
  /** Who owns what; to be shared where several stores are opened on one storage. */
  readonly owners?: Owners;
}

/**
 * Keeps the recalls of an app in the database of its Durable Object: targets, ledgers and evidence.
 *
 * @throws LedgerError `too-new` where a newer version has written there.
 *
 * @example
 * ```ts
 * const store = openStore(ctx.storage);
 * for (const recallId of store.wantedToRun()) await store.open(recallId);
 * ```
 */
export function openStore(
  storage: DurableObjectStorage,
  { owners = createOwners() }: OpenStoreOptions = {},
): AdmittingStore {
  const database = databaseOf(storage);
  migrate(database);
  const lists = openLists(storage);
  const held = new Set<OwnedRecall | Admission>();
  const closing = new AbortController();
  const assertOpen = (): void => closing.signal.throwIfAborted();
  const whileOpen = <T>(work: () => T): Promise<T> =>
    promised(() => {
      assertOpen();
      return work();
    });

  const own = (recallId: string, ownership: Ownership, source: TargetSource): OwnedRecall => {
    const onClose = (one: OwnedRecall): void => void held.delete(one);
    const owned = ownRecall(database, { recallId, ownership, source, onClose });
    held.add(owned);
    return owned;
  };
  const create = (recall: RecallToCreate, ownership: Ownership): OwnedRecall => {
    assertOpen();
    const { recallId } = recall.facts;
    const source = lists.source(recallId);
    createRecall(database, owners, recall);
    return own(recallId, ownership, source);
  };
  const admitList: AdmittingStore['admitList'] = async (recallId, { ownership, discard }) => {
    const drop = (): void => {
      ownership.letGo();
      discard();
    };
    try {
      const settled = await lists.settle(recallId);
      assertOpen();
      const admission = admissionOf({
        recallId,
        settled,
        create: (recall) => create(recall, ownership),
        discard: drop,
        onEnd: (one) => held.delete(one),
      });
      held.add(admission);
      return admission;
    } catch (error) {
      drop();
      throw error;
    }
  };

  const close = async (): Promise<void> => {
    closing.abort(new LedgerError('this store was closed. Open a new one.', { problem: 'unreachable' }));
    for (const one of [...held]) await one[Symbol.asyncDispose]();
  };

  return {
    lists,
    admitList,
    open: (recallId) =>
      whileOpen(() => {
        if (findRecall(database, recallId).forgotten) throw forgottenRecall(recallId);
        const source = lists.source(recallId);
        return own(recallId, owners.take(recallId), source);
      }),
    read: (recallId) => whileOpen(() => readRecall(database, recallId, { owners, lists })),
    list: (filter) => whileOpen(() => listRecalls(database, owners, filter)),
    want: (recallId, wanted) => whileOpen(() => want(database, recallId, wanted)),
    forget: (recallId) => whileOpen(() => forgetRecall(database, recallId, { owners, lists })),
    giveUp: (recallId, error) => giveUp(database, recallId, error),
    wantedToRun: () => wantedToRun(database),
    unfinished: (facts) => unfinishedOf(database, notificationOf(facts))?.recallId,
    draft: (draft, idempotency) =>
      makeDraft(
        database,
        { ...draft, recallId: newRecallId() },
        { lists, ...(idempotency && { idempotency }) },
      ),
    findDraft: (recallId) => findDraft(database, lists, recallId),
    drafts: () => listDrafts(database, lists),
    findRequest: (key) => findRequest(database, key),
    async admitDraft(recallId) {
      assertOpen();
      const draft = findDraft(database, lists, recallId);
      if (draft === undefined) throw noSuchRecall(recallId);
      if (!draft.complete) throw new Error(`the list of draft ${recallId} is not complete`);
      // A draft stays one until a recall is made of it, or it is dropped
      const taken = { ownership: owners.take(recallId), discard: () => undefined };
      return admitList(recallId, taken).catch((error: unknown) => {
        // Dropped in the midst of it, it fails of whatever was read next
        throw findDraft(database, lists, recallId) === undefined ? noSuchRecall(recallId) : error;
      });
    },
    keepDraft: (draft) => keepDraft(database, draft),
    dropDraft: (recallId) => dropDraft(database, lists, recallId),
    note: (recallId, entry) => note(database, recallId, entry),
    audit: (recallId) => auditOf(database, recallId),
    close,
    [Symbol.asyncDispose]: close,
  };
}
