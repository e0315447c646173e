import type { RecallFacts } from '@unpush/recall';
import { describeFile, describeSelector } from '../../../ledger/describe-facts.ts';
import { whenOf } from '../../../terminal/when.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import type { Painter } from '../../../terminal/style.ts';

/** What a recall is about, as a person reads it. */
export function renderFacts(
  { facts, forgotten }: { readonly facts: RecallFacts; readonly forgotten: boolean },
  look: { readonly paint: Painter; readonly width: number },
): string {
  const { selector, app, endpoint, input, createdAt } = facts;
  const rows: readonly Row[] = [
    ['notification', describeSelector(selector)],
    ['app', `client id ${app}`],
    ['endpoint', endpoint],
    ...input.files.map((file): Row => ['from', describeFile(file)]),
    ['begun', whenOf(createdAt)],
    ...(forgotten ? [['forgotten', 'its targets were deleted; it cannot be resumed'] as const] : []),
  ];
  return renderRows(rows, look);
}
