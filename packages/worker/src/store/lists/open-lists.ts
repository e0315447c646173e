import { LedgerError } from '@unpush/recall';
import type { ListStanding, SettledList, TargetLists } from '../uploads.ts';
import { UploadConflict } from './faults.ts';
import { appendPart } from './incoming/append-part.ts';
import { assertSame, fillList } from './incoming/fill-list.ts';
import { makeList, removeList } from './rows/list-changes.ts';
import { findList, type ListRow } from './rows/list-row.ts';
import { settleList } from './settle/settle-list.ts';
import { sourceOfList } from './source-of-list.ts';

/** What the lists need beside their storage. */
export interface ListMeans {
  /** How long a body may be silent before it counts as broken off, in milliseconds. Default 60,000. */
  readonly patienceMs?: number;
  /** How many targets are looked through for duplicates at once, in 20 bytes each. Default 400,000. */
  readonly targetsPerRound?: number;
}

const NO_LIMITS = { bytes: Infinity, targets: Infinity };

/** The lists of targets in an object's storage, which was migrated before. */
export function openLists(
  storage: DurableObjectStorage,
  { patienceMs = 60_000, targetsPerRound = 400_000 }: ListMeans = {},
): TargetLists {
  const { sql } = storage;
  /** By the id of a list: one that begins anew under the same recall does not wait for the old one. */
  const comingIn = new Set<number>();
  const settling = new Map<number, Promise<SettledList>>();

  async function alone(from: ListRow, work: () => Promise<ListRow>): Promise<ListStanding> {
    if (comingIn.has(from.id)) throw new UploadConflict('under-way', from.bytes);
    comingIn.add(from.id);
    let list: ListRow;
    try {
      list = await work();
    } finally {
      comingIn.delete(from.id);
    }
    return standingOf(list);
  }

  const standingOf = ({ id, bytes, complete, length, read, malformed }: ListRow): ListStanding => ({
    ...{ offset: bytes, complete, underWay: comingIn.has(id) },
    ...(length !== undefined && { length }),
    totals: { read, malformed },
  });

  const known = (recallId: string): ListRow => {
    const list = findList(sql, recallId);
    if (list !== undefined) return list;
    throw new LedgerError(`there is no list of targets for recall ${recallId}.`, {
      problem: 'not-found',
      recallId,
    });
  };

  return {
    begin(recallId, reading) {
      storage.transactionSync(() => {
        removeList(storage, recallId);
        makeList(sql, { recallId, reading, hashKey: crypto.getRandomValues(new Uint8Array(16)) });
      });
    },
    async append(recallId, part, limits) {
      const list = known(recallId);
      if (list.complete && part.isAgain !== true) throw new UploadConflict('complete', list.bytes);
      if (comingIn.has(list.id)) throw new UploadConflict('under-way', list.bytes);
      if (part.isAgain !== true && part.offset !== list.bytes) throw new UploadConflict('offset', list.bytes);
      return alone(list, () => appendPart(storage, list, { part, limits, patienceMs }));
    },
    async fill(recallId, chunks, limits = NO_LIMITS) {
      const list = known(recallId);
      if (list.complete) {
        await assertSame(sql, list, chunks);
        return standingOf(list);
      }
      if (list.pages > 0) throw new UploadConflict('complete', list.bytes);
      return alone(list, () => fillList(storage, list, { chunks, limits }));
    },
    standing(recallId) {
      const list = findList(sql, recallId);
      return list && standingOf(list);
    },
    async settle(recallId) {
      const list = known(recallId);
      if (!list.complete) throw new RangeError(`the list of recall ${recallId} is not complete`);
      if (list.settled) return list.settled;
      const work = settling.get(list.id) ?? settleList(storage, list, targetsPerRound);
      settling.set(list.id, work);
      try {
        return await work;
      } finally {
        settling.delete(list.id);
      }
    },
    source: (recallId, how = 'to-keep') => sourceOfList(sql, known(recallId), how),
    remove: (recallId) => removeList(storage, recallId),
  };
}
