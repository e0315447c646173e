import { LedgerError, NEW_STANDING, type RecallToCreate } from '@unpush/recall';
import { nameOf, notificationOf, text, toStanding } from '@unpush/recall/store-kit';
import type { Database } from '../sql/database.ts';
import type { Owners } from './owners.ts';
import { noSuchRecall } from '../refusals.ts';

const NEW_ROW = `INSERT INTO standings (recall, next_batch, accepted, rejected, unknown, sent, retried, throttled, state,
  started_at, session_at, active_at, elapsed_ms, finished_at, stopped_by)
  SELECT number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM recalls WHERE id = ?`;

/**
 * Makes the recall of an admission or a draft, which is none any more then.
 *
 * @throws LedgerError `exists` where an unfinished one takes back the same notification, unless it is begun again;
 * `not-found` where what it is made of was dropped meanwhile.
 */
export function createRecall(database: Database, owners: Owners, recall: RecallToCreate): void {
  const { facts, settings, wanted = 'run', again = false } = recall;
  const { recallId } = facts;
  const notification = notificationOf(facts);
  database.together(() => {
    const other = again ? undefined : unfinishedOf(database, notification);
    if (other !== undefined) throw exists({ ...other, owners, recall });
    database.run(
      `INSERT INTO recalls (id, created_at, notification, facts, settings, evidence_key, wanted)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      recallId,
      facts.createdAt,
      notification,
      JSON.stringify(facts),
      JSON.stringify(settings),
      crypto.getRandomValues(new Uint8Array(32)).buffer,
      wanted,
    );
    database.run(NEW_ROW, ...toStanding(NEW_STANDING), recallId);
    const admitted = database.change('DELETE FROM admissions WHERE id = ?', recallId);
    if (admitted + database.change('DELETE FROM drafts WHERE id = ?', recallId) === 0) {
      throw noSuchRecall(recallId);
    }
  });
}

/** A recall that is in the way of another one. */
export interface Unfinished {
  readonly recallId: string;
  readonly state: string;
}

/** The newest unfinished recall of a notification. */
export function unfinishedOf(database: Database, notification: string): Unfinished | undefined {
  const row = database.first(
    `SELECT r.id, s.state FROM recalls AS r JOIN standings AS s ON s.recall = r.number
      WHERE r.notification = ? AND s.state <> 'finished' AND r.forgotten = 0 ORDER BY r.number DESC LIMIT 1`,
    notification,
  );
  return row && { recallId: text(row, 'id'), state: text(row, 'state') };
}

function exists({
  recallId,
  state,
  owners,
  recall,
}: Unfinished & { readonly owners: Owners; readonly recall: RecallToCreate }): LedgerError {
  const how = owners.has(recallId)
    ? 'is under way. Nothing was sent. Wait for its end'
    : `is not finished (${state === 'running' ? 'interrupted' : state}). Nothing was sent. Go on with it`;
  return new LedgerError(
    `recall ${recallId} of the same notification (${nameOf(recall.facts)}) ${how}, or begin another one beside it by again: true.`,
    { problem: 'exists', recallId },
  );
}
