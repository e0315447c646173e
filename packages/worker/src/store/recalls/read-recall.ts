import type { RecallRecord } from '@unpush/recall';
import { promised } from '@unpush/recall/store-kit';
import type { Database } from '../sql/database.ts';
import type { TargetLists } from '../uploads.ts';
import type { Owners } from './owners.ts';
import { readEvidence, readOutcomes } from './readings.ts';
import { evidenceKeyOf, findRecall } from './recall-row.ts';
import { forgottenRecall } from '../refusals.ts';
import { SUMMARY_COLUMNS, summaryOf } from './summary.ts';

/** What a record is read with. */
export interface ReadingWith {
  readonly owners: Owners;
  readonly lists: TargetLists;
}

/** Reads the record of a recall, whoever owns it. */
export function readRecall(
  database: Database,
  recallId: string,
  { owners, lists }: ReadingWith,
): RecallRecord {
  const { number: recall, facts, settings, forgotten } = findRecall(database, recallId);
  const close = (): Promise<void> => Promise.resolve();
  return {
    recallId,
    facts,
    settings,
    forgotten,
    evidenceKey: evidenceKeyOf(database, recallId),
    source: () =>
      promised(() => {
        // Asked again: it may have been forgotten meanwhile
        if (findRecall(database, recallId).forgotten) throw forgottenRecall(recallId);
        return lists.source(recallId);
      }),
    wanted: () => promised(() => findRecall(database, recallId).wanted),
    summary: () =>
      promised(() => {
        const row = database.first(
          `SELECT ${SUMMARY_COLUMNS} FROM standings AS s WHERE s.recall = ?`,
          recall,
        );
        return database.understand(recallId, () => summaryOf(row, { facts, owned: owners.has(recallId) }));
      }),
    outcomes: () => readOutcomes(database, { recall, facts }),
    evidence: () => readEvidence(database, { recall, facts }),
    close,
    [Symbol.asyncDispose]: close,
  };
}
