import { integer, maybeText, text } from '../../ledger/rows/columns.ts';
import type { RecallRecord } from '../../store/recall-store.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Database } from '../connection/database.ts';
import { forgottenRecall, noSuchRecall } from '../ownership/refusals.ts';
import type { Keepers } from '../targets/pages/keepers.ts';
import type { PagesOf } from '../targets/pages/pages-of.ts';
import { sourceOf } from '../targets/source-of.ts';
import type { Readings } from './readings.ts';
import { summaryColumns, summaryIn } from './summary.ts';
import { readWanted } from './wanted.ts';

/** What a record is read with. */
export interface ReadingWith {
  readonly keepers: Keepers;
  readonly readings: Readings;
}

/** Reads the record of a recall, whoever owns it. */
export async function readRecall(
  database: Database,
  recallId: string,
  { keepers, readings }: ReadingWith,
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
        text: `SELECT ${summaryColumns(database.tables)} FROM ${standings} AS s WHERE s.recall = $1`,
        values: [recallId],
        recallId,
      });
      return database.understand(recallId, () => summaryIn(found, facts));
    },
    outcomes: () => readings.outcomes(facts),
    evidence: () => readings.evidence(recallId),
    close,
    [Symbol.asyncDispose]: close,
  };
}
