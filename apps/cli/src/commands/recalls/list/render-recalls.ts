import type { ListedRecall } from '@unpush/recall/node';
import { formatCount } from '../../../terminal/numbers.ts';
import { printableLine } from '../../../terminal/printable.ts';
import type { Painter } from '../../../terminal/style.ts';
import { padTo, widthOf } from '../../../terminal/width.ts';
import { whenOf } from '../../../terminal/when.ts';
import { stateOf } from '../describe-recall.ts';

/** A recall whose record can be read. */
export type ReadableRecall = Extract<ListedRecall, { readonly summary: unknown }>;

const HEADINGS = ['RECALL', 'STATE', 'NOTIFICATION', 'ACCEPTED', 'LEFT', 'BEGUN'] as const;
/** Counts stand to the right. */
const TO_THE_RIGHT: ReadonlySet<number> = new Set([3, 4]);
const GAP = '  ';

/** A line for each recall, below a heading. */
export function renderRecalls(recalls: readonly ReadableRecall[], paint: Painter): string {
  const rows = [HEADINGS, ...recalls.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return TO_THE_RIGHT.has(column) ? cell.padStart(width) : padTo(cell, width);
      })
      .join(GAP)
      .trimEnd(),
  );
  const [heading = '', ...others] = lines;
  return [paint('bold', heading), ...others, ''].join('\n');
}

function cellsOf({ recallId, facts, summary, forgotten }: ReadableRecall): readonly string[] {
  const { accepted, unknown, notAttempted } = summary.targets;
  const { notifyId, pushType } = facts.selector;
  const kind = pushType === 'extension' ? ' ext' : '';
  return [
    recallId,
    stateOf({ summary, forgotten }),
    printableLine(`${notifyId ?? ''}${kind}`),
    formatCount(accepted),
    formatCount(unknown + notAttempted),
    whenOf(facts.createdAt),
  ];
}

/** What cannot be read, and why. */
export const renderFaults = (recalls: readonly ListedRecall[], paint: Painter): string =>
  recalls
    .flatMap((recall) => ('fault' in recall ? [recall.fault] : []))
    .map(({ message }) => `${paint(['bold', 'yellow'], 'warning')} ${printableLine(message)}\n`)
    .join('');
