import type { LedgerStorage } from '../../ledger/book/storage.ts';
import { LedgerError } from '../../ledger/ledger-error.ts';
import { integer, maybeText } from '../../ledger/rows/columns.ts';
import type { Database } from '../connection/database.ts';
import type { Alive } from '../ownership/keep-alive.ts';
import { underWay } from '../ownership/refusals.ts';
import { commitStatement } from './commit-statement.ts';
import { load, loadUnknown } from './load.ts';

/** Whose rows are stored. */
export interface Ownership {
  readonly recallId: string;
  readonly owner: string;
  readonly leaseMs: number;
  readonly alive: Alive;
}

/**
 * Stores a recall's rows, for as long as its owner owns it.
 *
 * An attempt to commit whose connection is lost may have been written all the same. So each change leads to a step
 * with a number of its own: it can be written once only, whoever sends it again, and a later look at the number tells
 * whether it was.
 */
export function postgresStorage(database: Database, ownership: Ownership): LedgerStorage {
  const { recallId, owner, leaseMs, alive } = ownership;
  const { tables, ask } = database;
  /** The last step that is known to be written, and the highest that was ever tried. */
  let written = 0;
  let tried = 0;

  /** Nothing was written by this very attempt; perhaps by an earlier one. */
  async function look(to: number): Promise<void> {
    const [row] = await ask({
      text: `SELECT owner, step::text FROM ${tables.standings} WHERE recall = $1`,
      values: [recallId],
      recallId,
    });
    if (maybeText(row, 'owner') !== owner) {
      const lost = underWay(recallId);
      alive.lose(lost);
      throw lost;
    }
    const step = Number(maybeText(row, 'step'));
    if (step !== to) throw outOfStep(recallId);
  }

  return {
    async load() {
      const loaded = await load(database, recallId);
      written = loaded.step;
      tried = Math.max(tried, written);
      return loaded;
    },
    unknown: () => loadUnknown(database, recallId),
    async commit(change) {
      alive.lost.throwIfAborted();
      tried += 1;
      const to = tried;
      const at = performance.now();
      const fence = { recallId, owner, leaseMs, from: written, to };
      const [row] = await ask({
        ...commitStatement(tables, fence, change),
        signal: alive.lost,
        attemptMs: leaseMs,
      });
      if (integer(row, 'written') === 0) await look(to);
      written = to;
      alive.renewed(at);
    },
  };
}

const outOfStep = (recallId: string): LedgerError =>
  new LedgerError(
    `recall ${recallId}: its record is not as this process left it. Either a step was written although its answer was lost, or the database went back to an earlier state, as after a failover to a server that lagged behind. Nothing more is sent. Resume it: it goes on from what is written.`,
    { problem: 'unreachable', recallId },
  );
