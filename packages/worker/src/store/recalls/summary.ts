import { recordedSummary, type RecallFacts, type RecordedSummary } from '@unpush/recall';
import { integer, standingOf, type Row } from '@unpush/recall/store-kit';
import { codesIn, headIn } from '../ledger/load.ts';

/** What a summary is told from, as columns of the standing `s`. */
export const SUMMARY_COLUMNS = `s.*, (SELECT coalesce(sum(b.targets), 0) FROM open_batches AS b WHERE b.recall = s.recall
  AND (b.may_have_been_received = 1 OR b.repeats IS NOT NULL)) AS in_doubt`;

export function summaryOf(
  row: Row | undefined,
  { facts, owned }: { readonly facts: RecallFacts; readonly owned: boolean },
): RecordedSummary {
  const head = headIn(row);
  return recordedSummary({
    facts,
    owned,
    standing: standingOf(row),
    codes: codesIn(row),
    inDoubt: integer(row, 'in_doubt'),
    ...(head && { evidenceHead: head.hash }),
  });
}
