import { tellOutcomes, type OutcomeSpan } from '../../ledger/read/outcomes.ts';
import { inTurn, type InTurn } from '../../ledger/book/in-turn.ts';
import { integer, maybeInteger, text, type Row } from '../../ledger/rows/columns.ts';
import { openOf, outcomeOf } from '../../ledger/rows/rows.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Database } from '../connection/database.ts';
import type { Say } from '../connection/with-connection.ts';
import { rowsIn } from '../ledger/load.ts';
import { collected, type Collected } from './collected.ts';

/** How many rows are taken at once. */
const ROWS = 5000;

/** Long readings, as they stood at one moment. None holds a connection while it waits for whoever reads. */
export interface Readings {
  /** What became of every target. */
  readonly outcomes: (facts: RecallFacts) => AsyncIterable<OutcomeSpan>;
  /** The evidence line by line. */
  readonly evidence: (recallId: string) => AsyncIterable<string>;
}

/** Outcomes are collected for one reading after the other: of any number of readers, one connection is enough. */
export function readingsOf(database: Database): Readings {
  const take = inTurn();
  return {
    outcomes: (facts) => outcomesIn(database, facts, take),
    evidence: (recallId) => linesIn(database, recallId),
  };
}

async function* outcomesIn(
  database: Database,
  facts: RecallFacts,
  take: InTurn,
): AsyncGenerator<OutcomeSpan> {
  const { recallId } = facts;
  const { read, malformed, duplicate } = facts.input.totals;
  const { together, understand } = database;
  const { open, settled } = await take(() =>
    together((say) => collectOutcomes(database, recallId, say), { recallId }),
  );
  const telling = understand(recallId, () =>
    tellOutcomes({ open: rowsIn(open, 'open').map(openOf), targets: read - malformed - duplicate }),
  );
  for await (const outcomes of settled.texts()) {
    const rows = understand(recallId, () => rowsIn({ outcomes }, 'outcomes').map(outcomeOf));
    for (const row of rows) yield* telling.upTo(row);
  }
  yield* telling.toEnd();
}

/** In one transaction, and as fast as they come. */
async function collectOutcomes(
  { tables }: Database,
  recallId: string,
  say: Say,
): Promise<{ readonly open: Row | undefined; readonly settled: Collected }> {
  await say('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const [open] = await say(
    `SELECT coalesce(json_agg(b), '[]')::text AS open FROM ${tables.openBatches} AS b WHERE recall = $1`,
    [recallId],
  );
  const settled = collected();
  let after = -1;
  for (;;) {
    const [found] = await say(
      `SELECT coalesce(json_agg(o ORDER BY start), '[]')::text AS outcomes, count(*)::int AS rows,
        max(start)::float8 AS last FROM (SELECT * FROM ${tables.outcomes}
        WHERE recall = $1 AND start > $2 ORDER BY start LIMIT ${ROWS}) AS o`,
      [recallId, after],
    );
    await settled.add(text(found, 'outcomes'));
    if (integer(found, 'rows') < ROWS) break;
    after = integer(found, 'last');
  }
  await say('COMMIT');
  return { open, settled };
}

/** Lines are only ever added, so those up to the last one of this moment are the evidence of this moment. */
async function* linesIn({ tables, ask, understand }: Database, recallId: string): AsyncGenerator<string> {
  const [head] = await ask({
    text: `SELECT head_seq::float8 FROM ${tables.standings} WHERE recall = $1`,
    values: [recallId],
    recallId,
  });
  const last = understand(recallId, () => maybeInteger(head, 'head_seq')) ?? 0;
  for (let after = 0; after < last;) {
    // By e.seq and not by the column that is read, which is a number of another kind: no index has its order
    const rows = await ask({
      text: `SELECT e.seq::float8 AS seq, e.line FROM ${tables.evidence} AS e
        WHERE e.recall = $1 AND e.seq > $2 AND e.seq <= $3 ORDER BY e.seq LIMIT ${ROWS}`,
      values: [recallId, after, last],
      recallId,
    });
    if (rows.length === 0) return;
    yield* understand(recallId, () => rows.map((row) => text(row, 'line')));
    after = understand(recallId, () => integer(rows.at(-1), 'seq'));
  }
}
