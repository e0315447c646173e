import type { ChainHead, OutcomeRow, Spans, Stored } from '@unpush/recall';
import {
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

/**
 * The positions that have their outcome. The database itself finds where one row does not follow on another: a million
 * rows take a second, row by row nearly three, and an object that was evicted waits for it.
 */
function settledIn(database: Database, recall: number): Spans {
  const runs = database.rows(
    `SELECT start, before FROM (SELECT start, lag(past) OVER (ORDER BY start) AS before
      FROM outcomes WHERE recall = ? AND gone IS NULL) WHERE before IS NULL OR before <> start`,
    recall,
  );
  if (runs.length === 0) return [];
  const last = database.first(
    'SELECT past FROM outcomes WHERE recall = ? AND gone IS NULL ORDER BY start DESC LIMIT 1',
    recall,
  );
  return runs.map((run, index) => {
    const next = runs[index + 1];
    return [integer(run, 'start'), next ? integer(next, 'before') : integer(last, 'past')];
  });
}

/** At a kilobyte for each row and the batch that is made of it, far below what an object may hold. */
const MOST_REOPENED = 25_000;

const UNKNOWN = `FROM outcomes WHERE recall = ?1 AND outcome = 'unknown' AND gone IS NULL`;

/**
 * The rows of outcome `unknown`, by position: so many of them at the most, and those of the batch that they end with.
 * The oldest batches come first, so that whoever asks again and again comes to all of them.
 */
export const loadUnknown = (database: Database, recall: number): readonly OutcomeRow[] =>
  database
    .rows(
      `SELECT * ${UNKNOWN} AND batch <= ifnull((SELECT batch ${UNKNOWN} ORDER BY batch LIMIT 1 OFFSET ?2), 9e15)
        ORDER BY start`,
      recall,
      MOST_REOPENED - 1,
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
