import type { ChainHead, OutcomeRow, Spans, Stored } from '@unpush/recall';
import {
  coverage,
  integer,
  openOf,
  outcomeOf,
  standingOf,
  text,
  UnexpectedColumn,
  type Row,
} from '@unpush/recall/store-kit';
import type { Database } from '../sql/database.ts';

/** All that an owner has to know of a recall, by its number. */
export function load(database: Database, recall: number): Stored {
  const row = database.first('SELECT * FROM standings WHERE recall = ?', recall);
  const head = headIn(row);
  return {
    standing: standingOf(row),
    open: database.rows('SELECT * FROM open_batches WHERE recall = ? ORDER BY batch', recall).map(openOf),
    codes: codesIn(row),
    settled: settledIn(database, recall),
    ...(head && { head }),
  };
}

/** Row by row: there may be millions of them. */
function settledIn(database: Database, recall: number): Spans {
  const settled = coverage();
  const rows = database.each(
    'SELECT start, past FROM outcomes WHERE recall = ? AND gone IS NULL ORDER BY start',
    recall,
  );
  for (const row of rows) settled.add([[integer(row, 'start'), integer(row, 'past')]]);
  return settled.spans();
}

/** The rows of outcome `unknown`, by position. */
export const loadUnknown = (database: Database, recall: number): readonly OutcomeRow[] =>
  database
    .rows(
      `SELECT * FROM outcomes WHERE recall = ? AND outcome = 'unknown' AND gone IS NULL ORDER BY start`,
      recall,
    )
    .map(outcomeOf);

export function codesIn(standing: Row | undefined): ReadonlyMap<string, number> {
  const codes: unknown = JSON.parse(text(standing, 'codes'));
  if (typeof codes !== 'object' || codes === null)
    throw new UnexpectedColumn('the column codes holds no object');
  return new Map(Object.entries(codes).map(([code, targets]) => [code, Number(targets)]));
}

/** The end of the evidence, if it has begun. */
export function headIn(standing: Row | undefined): ChainHead | undefined {
  const seq = integer(standing, 'head_seq');
  return seq === 0 ? undefined : { seq, hash: text(standing, 'head_hash') };
}
