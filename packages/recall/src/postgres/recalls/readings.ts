import { tellOutcomes, type OutcomeSpan } from '../../ledger/read/outcomes.ts';
import { integer, text } from '../../ledger/rows/columns.ts';
import { openOf, outcomeOf } from '../../ledger/rows/rows.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import { snapshot, type Ask } from '../connection/snapshot.ts';
import type { Database } from '../connection/database.ts';
import { rowsIn } from '../ledger/load.ts';

/** How many rows are taken at once. */
const ROWS = 5000;

/** What became of every target, as it stood at one moment. */
export const readOutcomes = (database: Database, facts: RecallFacts): AsyncIterable<OutcomeSpan> =>
  snapshot(database, facts.recallId, (ask) => outcomesIn(database, facts, ask));

/** The evidence line by line, as it stood at one moment. */
export const readEvidence = (database: Database, recallId: string): AsyncIterable<string> =>
  snapshot(database, recallId, (ask) => linesIn(database, recallId, ask));

async function* outcomesIn({ tables }: Database, facts: RecallFacts, ask: Ask): AsyncGenerator<OutcomeSpan> {
  const { recallId } = facts;
  const { read, malformed, duplicate } = facts.input.totals;
  const [open] = await ask({
    text: `SELECT coalesce(json_agg(b), '[]')::text AS open FROM ${tables.openBatches} AS b WHERE recall = $1`,
    values: [recallId],
  });
  const telling = tellOutcomes({
    open: rowsIn(open, 'open').map(openOf),
    targets: read - malformed - duplicate,
  });
  let after = -1;
  for (;;) {
    const [found] = await ask({
      text: `SELECT coalesce(json_agg(o ORDER BY start), '[]')::text AS outcomes FROM (SELECT * FROM ${tables.outcomes}
        WHERE recall = $1 AND start > $2 ORDER BY start LIMIT ${ROWS}) AS o`,
      values: [recallId, after],
    });
    const rows = rowsIn(found, 'outcomes').map(outcomeOf);
    for (const row of rows) yield* telling.upTo(row);
    if (rows.length < ROWS) break;
    after = rows.at(-1)?.start ?? after;
  }
  yield* telling.toEnd();
}

async function* linesIn({ tables }: Database, recallId: string, ask: Ask): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const rows = await ask({
      text: `SELECT seq::float8, line FROM ${tables.evidence} WHERE recall = $1 AND seq > $2 ORDER BY 1 LIMIT ${ROWS}`,
      values: [recallId, after],
    });
    for (const row of rows) yield text(row, 'line');
    if (rows.length < ROWS) return;
    after = integer(rows.at(-1), 'seq');
  }
}
