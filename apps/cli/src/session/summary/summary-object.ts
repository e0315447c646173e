import type { RecallFacts, RecordedSummary } from '@unpush/recall';

/** What `--json` prints. */
export interface SummaryObject extends RecordedSummary {
  readonly vendor: string;
  readonly selector: RecallFacts['selector'];
}

/** A summary with what it is a summary of, in the order people look for it. */
export function summaryObject(
  summary: RecordedSummary,
  { vendor, selector }: Pick<RecallFacts, 'vendor' | 'selector'>,
): SummaryObject {
  const { recallId, ...rest } = summary;
  return { recallId, vendor, selector, ...rest };
}
