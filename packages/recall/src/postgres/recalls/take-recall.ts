import type { LedgerError } from '../../ledger/ledger-error.ts';
import { integer, maybeText, text } from '../../ledger/rows/columns.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import type { Database } from '../connection/database.ts';
import type { PagesOf } from '../targets/pages/pages-of.ts';
import { forgottenRecall, noSuchRecall, underWay } from '../ownership/refusals.ts';
import { untilIn } from '../ownership/until.ts';

/** A recall that was taken by an owner. */
export interface Taken {
  readonly facts: RecallFacts;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly evidenceKey: Uint8Array;
  readonly pages?: PagesOf;
}

export interface Taking {
  readonly recallId: string;
  /** Known to nobody else. */
  readonly owner: string;
  readonly leaseMs: number;
  /** Hears of each attempt before it is made: any of them may be the one that takes it. */
  readonly onAttempt?: () => void;
}

/** Makes `owner` the recall's owner; throws if another is, and lives. */
export async function takeRecall(
  database: Database,
  { recallId, owner, leaseMs, onAttempt }: Taking,
): Promise<Taken> {
  const { recalls, standings } = database.tables;
  const [row] = await database.ask({
    text: `UPDATE ${standings} AS s SET owner = $2, owner_until = ${untilIn('$3')} FROM ${recalls} AS r
      WHERE s.recall = $1 AND r.id = $1 AND NOT s.forgotten
        AND (s.owner IS NULL OR s.owner = $2 OR s.owner_until < clock_timestamp())
      RETURNING r.facts::text AS facts, r.settings::text AS settings, r.pages::text AS pages,
        encode(r.evidence_key, 'hex') AS key`,
    values: [recallId, owner, leaseMs],
    recallId,
    ...(onAttempt && { onAttempt }),
  });
  if (row === undefined) throw await whyNot(database, recallId);
  const pages = maybeText(row, 'pages');
  // The casts: what create has written
  return {
    facts: JSON.parse(text(row, 'facts')) as RecallFacts,
    settings: JSON.parse(text(row, 'settings')) as Taken['settings'],
    evidenceKey: Buffer.from(text(row, 'key'), 'hex'),
    ...(pages !== undefined && { pages: JSON.parse(pages) as PagesOf }),
  };
}

async function whyNot(database: Database, recallId: string): Promise<LedgerError> {
  const [row] = await database.ask({
    text: `SELECT forgotten::int FROM ${database.tables.standings} WHERE recall = $1`,
    values: [recallId],
    recallId,
  });
  if (row === undefined) return noSuchRecall(database, recallId);
  return integer(row, 'forgotten') === 1 ? forgottenRecall(recallId) : underWay(recallId);
}
