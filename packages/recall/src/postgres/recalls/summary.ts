import { recordedSummary, type RecordedSummary } from '../../ledger/read/recorded-summary.ts';
import { integer, type Row } from '../../ledger/rows/columns.ts';
import { standingOf } from '../../ledger/rows/rows.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Tables } from '../connection/tables.ts';
import { codesOf, headOf, rowIn } from '../ledger/load.ts';

/** What a summary is told from, as columns of the standing `s`. */
export const summaryColumns = (tables: Tables): string => `row_to_json(s)::text AS standing,
  coalesce(s.owner_until > clock_timestamp(), false)::int AS owned,
  (SELECT coalesce(sum(b.targets), 0)::float8 FROM ${tables.openBatches} AS b WHERE b.recall = s.recall
    AND (b.may_have_been_received = 1 OR b.repeats IS NOT NULL)) AS in_doubt`;

export function summaryIn(row: Row | undefined, facts: RecallFacts): RecordedSummary {
  const standing = rowIn(row, 'standing');
  const head = headOf(standing);
  return recordedSummary({
    facts,
    standing: standingOf(standing),
    codes: codesOf(standing),
    inDoubt: integer(row, 'in_doubt'),
    owned: integer(row, 'owned') === 1,
    ...(head && { evidenceHead: head.hash }),
  });
}
