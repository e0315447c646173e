import type { RecordedSummary } from '@unpush/recall';

/** How a recall stands, in one word. */
export const stateOf = ({
  summary,
  forgotten,
}: {
  readonly summary: Pick<RecordedSummary, 'state'>;
  readonly forgotten: boolean;
}): string => (forgotten ? 'forgotten' : summary.state);
