import { hashIn, type ChainHead, type Change, type LedgerStorage } from '@unpush/recall';
import { toOpen, toOutcome, toStanding } from '@unpush/recall/store-kit';
import type { Database } from '../sql/database.ts';
import { load, loadUnknown } from './load.ts';
import { mergeCodes } from './merge-codes.ts';

const SET_STANDING = `UPDATE standings SET next_batch = ?, accepted = ?, rejected = ?, unknown = ?, sent = ?, retried = ?,
  throttled = ?, state = ?, started_at = ?, session_at = ?, active_at = ?, elapsed_ms = ?, finished_at = ?,
  stopped_by = ?, codes = ?, head_seq = ?, head_hash = ? WHERE recall = ?`;

/** What of a recall's standing row the ledger does not hand in with each change. */
interface Kept {
  readonly codes: ReadonlyMap<string, number>;
  readonly head: ChainHead | undefined;
}

export interface ObjectStorageParts {
  /** The number of the recall. */
  readonly recall: number;
  readonly recallId: string;
  /** Throws where it is owned no more. */
  readonly assertOwned: () => void;
}

/** Stores a recall's rows in the database of its app. A request waits until the platform has its step for good. */
export function objectStorage(
  database: Database,
  { recall, recallId, assertOwned }: ObjectStorageParts,
): LedgerStorage {
  let kept: Kept | undefined;

  const write = (change: Change, { codes, head }: Kept): void => {
    const { standing, closed = [], put = [], settled = [], lines = [] } = change;
    const seq = head?.seq ?? 0;
    const codesText = JSON.stringify(Object.fromEntries(codes));
    database.run(SET_STANDING, ...toStanding(standing), codesText, seq, head?.hash ?? null, recall);
    for (const batch of closed) {
      database.run('DELETE FROM open_batches WHERE recall = ? AND batch = ?', recall, batch);
    }
    for (const row of put) {
      database.run(
        'INSERT OR REPLACE INTO open_batches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        recall,
        ...toOpen(row),
      );
    }
    if (change.reopenedUpTo !== undefined) {
      database.run(
        `UPDATE outcomes SET gone = ? WHERE recall = ? AND outcome = 'unknown' AND gone IS NULL AND batch <= ?`,
        seq,
        recall,
        change.reopenedUpTo,
      );
    }
    for (const row of settled) {
      database.run(
        'INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)',
        recall,
        ...toOutcome(row),
        seq,
      );
    }
    for (const line of lines) {
      database.run('INSERT INTO evidence VALUES (?, ?, ?)', recall, line.seq, line.line);
    }
  };

  return {
    load() {
      assertOwned();
      const stored = database.understand(recallId, () => load(database, recall));
      kept = { codes: stored.codes, head: stored.head };
      return stored;
    },
    unknown: () => database.understand(recallId, () => loadUnknown(database, recall)),
    commit(change) {
      assertOwned();
      if (kept === undefined) throw new Error('the ledger was not loaded');
      const last = change.lines?.at(-1);
      const next: Kept = {
        codes: mergeCodes(kept.codes, change.codes),
        head: last ? { seq: last.seq, hash: hashIn(last.line) } : kept.head,
      };
      database.together(() => write(change, next));
      kept = next;
    },
  };
}
