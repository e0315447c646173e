import type { HuaweiSelector } from '@unpush/core';
import type { RecallSummary } from '@unpush/recall';

/** What `--json` prints. */
export interface SummaryObject extends RecallSummary {
  readonly vendor: 'huawei';
  readonly selector: HuaweiSelector;
}

/** A summary with what it is a summary of, in the order people look for it. */
export function summaryObject(summary: RecallSummary, selector: HuaweiSelector): SummaryObject {
  const { recallId, ...rest } = summary;
  return { recallId, vendor: 'huawei', selector, ...rest };
}
