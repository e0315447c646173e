import type { FileFacts, RecallFacts } from '@unpush/recall';
import { formatPlural } from '../../../terminal/numbers.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import type { Painter } from '../../../terminal/style.ts';
import { whenOf } from '../describe-recall.ts';

/** What a recall is about, as a person reads it. */
export function renderFacts(
  { facts, forgotten }: { readonly facts: RecallFacts; readonly forgotten: boolean },
  look: { readonly paint: Painter; readonly width: number },
): string {
  const { selector, app, endpoint, input, createdAt } = facts;
  const rows: readonly Row[] = [
    [
      'notification',
      Object.entries(selector)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    ['app', `client id ${app}`],
    ['endpoint', endpoint],
    ...input.files.map((file): Row => ['from', describeFile(file)]),
    ['begun', whenOf(createdAt)],
    ...(forgotten ? [['forgotten', 'its targets were deleted; it cannot be resumed'] as const] : []),
  ];
  return renderRows(rows, look);
}

function describeFile({ path, format, gzip, read }: FileFacts): string {
  const named = path === '-' ? 'standard input' : path === '--token' ? 'the command line' : path;
  return `${named} (${format}${gzip ? ', gzip' : ''}, ${formatPlural(read, 'entry', 'entries')})`;
}
