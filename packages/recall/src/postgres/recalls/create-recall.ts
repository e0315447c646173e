import { createHash } from 'node:crypto';
import { NEW_STANDING } from '../../ledger/book/standing.ts';
import { LedgerError } from '../../ledger/ledger-error.ts';
import { integer, text } from '../../ledger/rows/columns.ts';
import { toStanding } from '../../ledger/rows/rows.ts';
import { newEvidenceKey } from '../../node/evidence/keys.ts';
import { nameOf, notificationOf } from '../../store/notification.ts';
import type { RecallToCreate } from '../../store/recall-store.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Database } from '../connection/database.ts';
import { stateOf } from '../connection/fault.ts';
import { underWay } from '../ownership/refusals.ts';
import { untilIn } from '../ownership/until.ts';
import type { Taken, Taking } from './take-recall.ts';
import { sweptAway } from '../targets/hold-place.ts';
import type { PagesOf } from '../targets/pages/pages-of.ts';

export interface Creating extends Taking {
  readonly recall: RecallToCreate;
  readonly pages?: PagesOf;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Makes the recall of an admission, owned by whoever makes it.
 *
 * Whether an unfinished one is there is asked in the same statement, which does not see one that is being made at
 * this moment; so each holds a claim on its notification as well, which is unique.
 */
export async function createRecall(database: Database, creating: Creating): Promise<Taken> {
  const { recallId, owner, leaseMs, recall, pages } = creating;
  const { facts, settings, wanted = 'run', again = false } = recall;
  const { admissions, recalls, standings } = database.tables;
  const evidenceKey = newEvidenceKey();
  const notification = digestOf(facts);
  const values: unknown[] = [
    ...[recallId, owner, leaseMs, facts.createdAt, notification, again, JSON.stringify(facts)],
    ...[JSON.stringify(settings), evidenceKey, wanted, pages ? JSON.stringify(pages) : null],
  ];
  const standing = toStanding(NEW_STANDING).map((value) => `$${values.push(value)}`);
  const made = await database
    .ask({
      text: `WITH admitted AS (DELETE FROM ${admissions} WHERE id = $1 AND ($6::boolean OR NOT EXISTS (
          SELECT FROM ${recalls} AS r JOIN ${standings} AS s ON s.recall = r.id
          WHERE r.notification = $5 AND s.state <> 'finished' AND NOT s.forgotten)) RETURNING id),
        made AS (INSERT INTO ${recalls} (id, created_at, notification, claim, facts, settings, evidence_key, wanted, pages)
          SELECT id, $4::bigint, $5, CASE WHEN $6::boolean THEN NULL ELSE $5 END, $7::json, $8::json, $9::bytea, $10, $11::json
          FROM admitted RETURNING id)
        INSERT INTO ${standings} (recall, owner, owner_until, ${COLUMNS})
        SELECT id, $2, ${untilIn('$3')}, ${standing.map((value, index) => `${value}::${TYPES[index] ?? 'bigint'}`).join(', ')} FROM made RETURNING recall`,
      values,
      recallId,
    })
    .catch((error: unknown) => {
      if (LedgerError.isInstance(error) && stateOf(error.cause) === UNIQUE_VIOLATION) return [];
      throw error;
    });
  if (made.length > 0) return { facts, settings, evidenceKey, ...(pages && { pages }) };
  return whatIsThere(database, { ...creating, notification });
}

const COLUMNS = `next_batch, accepted, rejected, unknown, sent, retried, throttled, state, started_at, session_at,
  active_at, elapsed_ms, finished_at, stopped_by`;

/** Of those that are not a bigint, by their index. */
const TYPES: Readonly<Record<number, string>> = { 7: 'text', 11: 'float8', 13: 'text' };

/** Nothing was made: an earlier attempt has made it, another recall is in the way, or there is no admission any more. */
async function whatIsThere(
  database: Database,
  { recallId, owner, pages, recall, notification }: Creating & { readonly notification: string },
): Promise<Taken> {
  const { admissions, recalls, standings } = database.tables;
  const [own] = await database.ask({
    text: `SELECT encode(r.evidence_key, 'hex') AS key, (s.owner IS NOT DISTINCT FROM $2)::int AS is_ours
      FROM ${recalls} AS r JOIN ${standings} AS s ON s.recall = r.id WHERE r.id = $1`,
    values: [recallId, owner],
    recallId,
  });
  const { facts, settings } = recall;
  if (own !== undefined) {
    // Made by an earlier attempt, and so long ago that another could take it
    if (integer(own, 'is_ours') === 0) throw underWay(recallId);
    return { facts, settings, evidenceKey: Buffer.from(text(own, 'key'), 'hex'), ...(pages && { pages }) };
  }
  const admitted = await database.ask({
    text: `SELECT 1 AS found FROM ${admissions} WHERE id = $1`,
    values: [recallId],
    recallId,
  });
  if (admitted.length === 0) throw sweptAway(recallId);
  const [other] = await database.ask({
    text: `SELECT r.id, s.state, coalesce(s.owner_until > clock_timestamp(), false)::int AS owned
      FROM ${recalls} AS r JOIN ${standings} AS s ON s.recall = r.id
      WHERE r.notification = $1 AND s.state <> 'finished' AND NOT s.forgotten ORDER BY r.made DESC LIMIT 1`,
    values: [notification],
    recallId,
  });
  if (other === undefined) throw sweptAway(recallId);
  const id = text(other, 'id');
  const state = text(other, 'state');
  const how =
    integer(other, 'owned') === 1
      ? 'is under way. Nothing was sent. Wait for its end'
      : `is not finished (${state === 'running' ? 'interrupted' : state}). Nothing was sent. Go on with it`;
  throw new LedgerError(
    `recall ${id} of the same notification (${nameOf(facts)}) ${how}, or begin another one beside it by again: true.`,
    { problem: 'exists', recallId: id },
  );
}

/** A digest, since a selector can be longer than what an index takes. */
const digestOf = (facts: RecallFacts): string =>
  createHash('sha256').update(notificationOf(facts)).digest('hex');
