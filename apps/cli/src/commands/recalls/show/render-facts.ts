import type { RecallFacts } from '@unpush/recall';
import { describeFile, describeSelector } from '../../../ledger/describe-facts.ts';
import { whenOf } from '../../../terminal/when.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import type { Painter } from '../../../terminal/style.ts';
import type { RecallWords } from '../../../vendors/words/recall-words.ts';

/** A recall that is shown. */
export interface ShownRecall {
  readonly facts: RecallFacts;
  readonly forgotten: boolean;
  readonly words: RecallWords;
}

/** What a recall is about, as a person reads it. */
export function renderFacts(
  { facts, forgotten, words }: ShownRecall,
  look: { readonly paint: Painter; readonly width: number },
): string {
  const { selector, endpoint, input, createdAt } = facts;
  const rows: readonly Row[] = [
    ['notification', describeSelector(selector)],
    ['app', words.app.text],
    ['endpoint', endpoint],
    ...input.files.map((file): Row => ['from', describeFile(file, words.notification.target)]),
    ['begun', whenOf(createdAt)],
    ...(forgotten ? [['forgotten', 'its targets were deleted; it cannot be resumed'] as const] : []),
  ];
  return renderRows(rows, look);
}
