import type { RecordedSummary } from '@unpush/recall';

/** How a recall stands, in one word. */
export const stateOf = ({
  summary,
  forgotten,
}: {
  readonly summary: Pick<RecordedSummary, 'state'>;
  readonly forgotten: boolean;
}): string => (forgotten ? 'forgotten' : summary.state);

/** A moment as a person reads it, in the time of this machine: `2026-01-31 02:07`. */
export function whenOf(at: number): string {
  const date = new Date(at);
  const pad = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
