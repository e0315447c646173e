import type { OutcomeRow } from '../../ledger/book/standing.ts';
import type { ChainHead, Stored } from '../../ledger/book/storage.ts';
import { integer, maybeInteger, text, UnexpectedColumn, type Row } from '../../ledger/rows/columns.ts';
import { openOf, outcomeOf, standingOf } from '../../ledger/rows/rows.ts';
import type { Spans } from '../../spans/spans.ts';
import type { Database } from '../connection/database.ts';

/** What lies there, as the owner has to know it, and the last step that was written. */
export type Loaded = Stored & { readonly step: number };

/**
 * In one statement, so as it stood at one moment. The rows come as JSON: numbers of 64 bits would come as strings, or
 * as whatever the program has told the driver to make of them. Spans are joined in the database: of millions of rows
 * they are mostly one.
 */
export async function load({ tables, ask, understand }: Database, recallId: string): Promise<Loaded> {
  const { standings, openBatches, outcomes } = tables;
  const [row] = await ask({
    text: `SELECT row_to_json(s)::text AS standing,
      (SELECT coalesce(json_agg(b ORDER BY batch), '[]')::text FROM ${openBatches} AS b WHERE recall = $1) AS open,
      (SELECT coalesce(json_agg(json_build_array(lower(r), upper(r))), '[]')::text FROM unnest(
        (SELECT range_agg(int8range(start, past)) FROM ${outcomes} WHERE recall = $1)) AS r) AS settled
      FROM ${standings} AS s WHERE recall = $1`,
    values: [recallId],
    recallId,
  });
  return understand(recallId, () => loadedIn(row));
}

function loadedIn(row: Row | undefined): Loaded {
  const standing = rowIn(row, 'standing');
  const head = headOf(standing);
  return {
    step: integer(standing, 'step'),
    standing: standingOf(standing),
    open: rowsIn(row, 'open').map(openOf),
    codes: codesOf(standing),
    // The cast: the statement makes them so
    settled: JSON.parse(text(row, 'settled')) as Spans,
    ...(head && { head }),
  };
}

/** The rows of outcome `unknown`, by position. */
export async function loadUnknown(
  { tables, ask, understand }: Database,
  recallId: string,
): Promise<readonly OutcomeRow[]> {
  const [row] = await ask({
    text: `SELECT coalesce(json_agg(o ORDER BY start), '[]')::text AS unknown FROM ${tables.outcomes} AS o
      WHERE recall = $1 AND outcome = 'unknown'`,
    values: [recallId],
    recallId,
  });
  return understand(recallId, () => rowsIn(row, 'unknown').map(outcomeOf));
}

/** A row that was made to JSON, in a column of another row. */
export const rowIn = (row: Row | undefined, column: string): Row => JSON.parse(text(row, column)) as Row; // an object

/** Rows that were made to JSON, in a column of another row. */
export const rowsIn = (row: Row | undefined, column: string): readonly Row[] =>
  JSON.parse(text(row, column)) as readonly Row[]; // objects

export function codesOf(standing: Row): ReadonlyMap<string, number> {
  const { codes } = standing;
  if (typeof codes !== 'object' || codes === null)
    throw new UnexpectedColumn('the column codes holds no object');
  return new Map(Object.keys(codes).map((code) => [code, integer(codes as Row, code)])); // JSON
}

/** The end of the evidence, if it has begun. */
export function headOf(standing: Row): ChainHead | undefined {
  const seq = maybeInteger(standing, 'head_seq');
  return seq === undefined ? undefined : { seq, hash: text(standing, 'head_hash') };
}
