import { tellOutcomes, type OutcomeSpan } from '../../ledger/read/outcomes.ts';
import { recordedSummary, type RecordedSummary } from '../../ledger/read/recorded-summary.ts';
import { integer, maybeText, text, type Row } from '../../ledger/rows/columns.ts';
import { openOf, outcomeOf, standingOf } from '../../ledger/rows/rows.ts';
import type { RecallRecord } from '../../store/recall-store.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Database } from '../connection/database.ts';
import { snapshot, type Ask } from '../connection/snapshot.ts';
import { codesOf, headOf, rowIn, rowsIn } from '../ledger/load.ts';
import { forgottenRecall } from '../ownership/take-recall.ts';
import type { Keepers } from '../targets/keepers.ts';
import type { PagesOf } from '../targets/pages-of.ts';
import { sourceOf } from '../targets/source-of.ts';
import { noSuchRecall } from './no-such-recall.ts';
import { readWanted } from './wanted.ts';

/** How many rows a long reading takes at once. */
const ROWS = 5000;

/** Reads the record of a recall, whoever owns it. */
export async function readRecall(
  database: Database,
  recallId: string,
  keepers: Keepers,
): Promise<RecallRecord> {
  const { recalls, standings } = database.tables;
  const [row] = await database.ask({
    text: `SELECT r.facts::text AS facts, r.settings::text AS settings, r.pages::text AS pages,
      encode(r.evidence_key, 'hex') AS key, s.forgotten::int AS forgotten
      FROM ${recalls} AS r JOIN ${standings} AS s ON s.recall = r.id WHERE r.id = $1`,
    values: [recallId],
    recallId,
  });
  if (row === undefined) throw noSuchRecall(database, recallId);
  // The casts: what create has written
  const facts = JSON.parse(text(row, 'facts')) as RecallFacts;
  const pages = maybeText(row, 'pages');
  const forgotten = integer(row, 'forgotten') === 1;
  const close = (): Promise<void> => Promise.resolve();
  return {
    recallId,
    facts,
    settings: JSON.parse(text(row, 'settings')) as RecallRecord['settings'],
    forgotten,
    evidenceKey: Buffer.from(text(row, 'key'), 'hex'),
    async source() {
      // Asked again: it may have been forgotten meanwhile
      const [now] = await database.ask({
        text: `SELECT forgotten::int FROM ${standings} WHERE recall = $1`,
        values: [recallId],
        recallId,
      });
      if (integer(now, 'forgotten') === 1) throw forgottenRecall(recallId);
      return sourceOf(database, {
        facts,
        keepers,
        ...(pages !== undefined && { pages: JSON.parse(pages) as PagesOf }),
      });
    },
    wanted: () => readWanted(database, recallId),
    async summary() {
      const [found] = await database.ask({
        text: `SELECT ${SUMMARY(database)} FROM ${standings} AS s WHERE s.recall = $1`,
        values: [recallId],
        recallId,
      });
      return summaryIn(found, facts);
    },
    outcomes: () => snapshot(database, recallId, (ask) => outcomesIn(database, facts, ask)),
    evidence: () => snapshot(database, recallId, (ask) => linesIn(database, recallId, ask)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What a summary is told from, as columns of the standing `s`. */
export const SUMMARY = ({ tables }: Database): string => `row_to_json(s)::text AS standing,
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
