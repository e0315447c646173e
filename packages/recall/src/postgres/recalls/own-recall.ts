import { keepLedger } from '../../ledger/keep-ledger.ts';
import { text } from '../../ledger/rows/columns.ts';
import { nodeEvidence } from '../../node/evidence/node-evidence.ts';
import type { OwnedRecall, Wanted } from '../../store/recall-store.ts';
import { IN_CLOSING, type Database } from '../connection/database.ts';
import { postgresStorage } from '../ledger/postgres-storage.ts';
import { beatOf, keepAlive } from '../ownership/keep-alive.ts';
import { untilIn } from '../ownership/until.ts';
import { silentFor, underWay } from '../ownership/refusals.ts';
import type { Taken, Taking } from './take-recall.ts';
import type { Keepers } from '../targets/pages/keepers.ts';
import { sourceOf } from '../targets/source-of.ts';
import { readWanted, want } from './wanted.ts';

export interface Owning extends Taking {
  readonly taken: Taken;
  readonly keepers: Keepers;
  /** How long nothing may be heard from the database before the recall counts as lost. */
  readonly silentMs: number;
  /** When it was taken, by the monotonic clock. */
  readonly at: number;
  readonly onClose: (recall: OwnedRecall) => void;
}

/**
 * A recall that was taken.
 *
 * While the database is away nobody can take it, and nothing of it can be sent: each request is written ahead. So
 * silence alone does not end it before the patience does, though another may take it as soon as the database is back
 * and this owner has not said that it lives.
 */
export function ownRecall(database: Database, owning: Owning): OwnedRecall {
  const { recallId, owner, leaseMs, silentMs, taken, keepers, at, onClose } = owning;
  const { tables, ask, askOnce } = database;
  const { everyMs, attemptMs } = beatOf(leaseMs);
  const alive = keepAlive({
    everyMs,
    silentMs,
    renew: async () =>
      (
        await askOnce({
          text: `UPDATE ${tables.standings} SET owner_until = ${untilIn('$3')} WHERE recall = $1 AND owner = $2 RETURNING recall`,
          values: [recallId, owner, leaseMs],
          recallId,
          attemptMs,
        })
      ).length > 0,
    reason: (loss) => (loss === 'taken' ? underWay(recallId) : silentFor(recallId, silentMs)),
  });
  alive.renewed(at);
  let { settings } = taken;
  let closed: Promise<unknown> | undefined;
  const close = async (): Promise<void> => {
    alive.stop();
    closed ??= ask({
      text: `UPDATE ${tables.standings} SET owner = NULL, owner_until = NULL WHERE recall = $1 AND owner = $2`,
      values: [recallId, owner],
      recallId,
      ...IN_CLOSING,
    });
    onClose(recall);
    await closed;
  };
  const storage = postgresStorage(database, { recallId, owner, leaseMs, alive });
  const recall: OwnedRecall = {
    ...keepLedger(storage, nodeEvidence(taken.facts, taken.evidenceKey)),
    recallId,
    facts: taken.facts,
    get settings() {
      return settings;
    },
    source: sourceOf(database, { ...taken, keepers }),
    lost: alive.lost,
    wanted: () => readWanted(database, recallId),
    want: (wanted: Wanted) => want(database, recallId, wanted),
    async saveSettings(changed) {
      const [row] = await ask({
        // Locked first: otherwise an owner that is replaced while this waits for the other row would still be believed
        text: `WITH mine AS (SELECT recall FROM ${tables.standings} WHERE recall = $1 AND owner = $2 FOR UPDATE)
          UPDATE ${tables.recalls} AS r SET settings = $3 FROM mine WHERE r.id = mine.recall
          RETURNING r.settings::text AS settings`,
        values: [recallId, owner, JSON.stringify(changed)],
        recallId,
      });
      if (row === undefined) throw underWay(recallId);
      settings = JSON.parse(text(row, 'settings')) as Taken['settings']; // what was just written
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  return recall;
}
