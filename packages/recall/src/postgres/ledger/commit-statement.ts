import { hashIn } from '../../ledger/book/chain.ts';
import type { Change } from '../../ledger/book/storage.ts';
import { toOpen, toOutcome, toStanding } from '../../ledger/rows/rows.ts';
import type { Statement } from '../connection/database.ts';
import { untilIn } from '../ownership/until.ts';
import type { Tables } from '../connection/tables.ts';
import { rowsJson, storable } from './storable.ts';

/** Who writes, and between which steps. */
export interface Fence {
  readonly recallId: string;
  readonly owner: string;
  readonly leaseMs: number;
  /** The step that stands there. */
  readonly from: number;
  /** The step that stands there afterwards; of no other statement. */
  readonly to: number;
}

const STANDING =
  `next_batch accepted rejected unknown sent retried throttled state started_at session_at active_at
  elapsed_ms finished_at stopped_by`.split(/\s+/);

/**
 * A change as one statement: one round trip, and one transaction of itself. Everything hangs on the row of the
 * standing, which is only found while its owner and step are what they must be; without it nothing is written.
 */
export function commitStatement(tables: Tables, fence: Fence, change: Change): Statement {
  const { recallId, owner, leaseMs, from, to } = fence;
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const recall = value(recallId);
  const standing = toStanding(change.standing).map(
    (given, index) => `${STANDING[index]} = ${value(storable(given))}`,
  );
  const parts = [
    `fence AS (UPDATE ${tables.standings} SET ${[
      `step = ${value(to)}`,
      `owner_until = ${untilIn(value(leaseMs))}`,
      ...standing,
      ...codesIn(change, value),
      ...headIn(change, value),
    ].join(
      ', ',
    )} WHERE recall = ${recall} AND owner = ${value(owner)} AND step = ${value(from)} RETURNING recall)`,
    ...rowsIn(tables, change, value),
  ];
  return { text: `WITH ${parts.join(',\n')}\nSELECT count(*)::int AS written FROM fence`, values, recallId };
}

type Value = (given: unknown) => string;

function codesIn({ codes }: Change, value: Value): readonly string[] {
  if (codes === undefined || codes.size === 0) return [];
  const set = Object.fromEntries(Array.from(codes, ([code, targets]) => [storable(code), targets]));
  const gone = [...codes].filter(([, targets]) => targets === 0).map(([code]) => storable(code));
  const without =
    gone.length === 0
      ? ''
      : ` - ARRAY(SELECT jsonb_array_elements_text(${value(JSON.stringify(gone))}::jsonb))`;
  return [`codes = (codes || ${value(JSON.stringify(set))}::jsonb)${without}`];
}

function headIn({ lines }: Change, value: Value): readonly string[] {
  const last = lines?.at(-1);
  return last ? [`head_seq = ${value(last.seq)}`, `head_hash = ${value(hashIn(last.line))}`] : [];
}

function rowsIn(tables: Tables, change: Change, value: Value): readonly string[] {
  const { put = [], closed = [], settled = [], lines = [], reopenedUpTo, standing } = change;
  const { openBatches, outcomes, evidence, recalls } = tables;
  const parts: string[] = [];
  const each = (rows: Iterable<readonly unknown[]>): string =>
    `fence, jsonb_array_elements(${value(rowsJson(rows))}::jsonb) AS r`;
  if (put.length > 0) {
    parts.push(`put AS (INSERT INTO ${openBatches} (recall, ${OPEN.join(', ')})
      SELECT recall, (r->>0)::bigint, (r->>1)::bigint, r->>2, (r->>3)::bigint, (r->>4)::bigint, (r->>5)::int, (r->>6)::int, r->>7, r->>8
      FROM ${each(put.map(toOpen))}
      ON CONFLICT (recall, batch) DO UPDATE SET ${OPEN.map((name) => `${name} = excluded.${name}`).join(', ')})`);
  }
  if (closed.length > 0) {
    parts.push(`closed AS (DELETE FROM ${openBatches} AS b USING fence
      WHERE b.recall = fence.recall AND b.batch = ANY (${value(`{${closed.join(',')}}`)}::bigint[]))`);
  }
  if (reopenedUpTo !== undefined) {
    parts.push(`reopened AS (DELETE FROM ${outcomes} AS o USING fence
      WHERE o.recall = fence.recall AND o.outcome = 'unknown' AND o.batch <= ${value(reopenedUpTo)}::bigint)`);
  }
  if (settled.length > 0) {
    parts.push(`settled AS (INSERT INTO ${outcomes} (recall, start, past, outcome, batch, code, reason, request_id)
      SELECT recall, (r->>0)::bigint, (r->>1)::bigint, r->>2, (r->>3)::bigint, r->>4, r->>5, r->>6
      FROM ${each(settled.map(toOutcome))})`);
  }
  if (lines.length > 0) {
    parts.push(`lines AS (INSERT INTO ${evidence} (recall, seq, line)
      SELECT recall, (r->>0)::bigint, r->>1 FROM ${each(lines.map(({ seq, line }) => [seq, line]))})`);
  }
  if (standing.state === 'finished') {
    // The next recall of the same notification may be made
    parts.push(`done AS (UPDATE ${recalls} AS c SET claim = NULL FROM fence WHERE c.id = fence.recall)`);
  }
  return parts;
}

const OPEN = 'batch parent spans targets attempts may_have_been_received repeats last_code last_reason'.split(
  ' ',
);
