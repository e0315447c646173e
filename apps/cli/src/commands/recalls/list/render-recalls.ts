import type { RecallFacts, RecordedSummary } from '@unpush/recall';
import type { ListedRecall } from '@unpush/recall/node';
import { formatCount } from '../../../terminal/numbers.ts';
import { printableLine } from '../../../terminal/printable.ts';
import type { Painter } from '../../../terminal/style.ts';
import { padTo, widthOf } from '../../../terminal/width.ts';
import { whenOf } from '../../../terminal/when.ts';
import type { NotificationWords } from '../../../vendors/words/recall-words.ts';
import { stateOf } from '../describe-recall.ts';

/** What of a recall stands in its line. */
export interface ShownRecall {
  readonly recallId: string;
  readonly facts: Pick<RecallFacts, 'vendor' | 'app' | 'createdAt'>;
  readonly summary: Pick<RecordedSummary, 'targets'> & { readonly state: string };
  readonly forgotten: boolean;
}

/** The same, with how its notification is told of. */
export interface NamedRecall {
  readonly recall: ShownRecall;
  readonly notification: NotificationWords;
}

const HEADINGS: readonly string[] = [
  'RECALL',
  'STATE',
  'NOTIFICATION',
  'VENDOR',
  'APP',
  'ACCEPTED',
  'LEFT',
  'BEGUN',
];
const OF_THE_APP: ReadonlySet<string> = new Set(['VENDOR', 'APP']);
/** Counts stand to the right. */
const TO_THE_RIGHT: ReadonlySet<string> = new Set(['ACCEPTED', 'LEFT']);
const GAP = '  ';

/** A line for each recall, below a heading. */
export function renderRecalls(recalls: readonly NamedRecall[], paint: Painter): string {
  const tells = tellsApart(recalls);
  const isShown = (_: string, column: number): boolean => tells || !OF_THE_APP.has(HEADINGS[column] ?? '');
  const headings = HEADINGS.filter(isShown);
  const rows = [headings, ...recalls.map((recall) => cellsOf(recall).filter(isShown))];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return TO_THE_RIGHT.has(headings[column] ?? '') ? cell.padStart(width) : padTo(cell, width);
      })
      .join(GAP)
      .trimEnd(),
  );
  const [heading = '', ...others] = lines;
  return [paint('bold', heading), ...others, ''].join('\n');
}

/** Whose a recall is stands there only where it tells recalls apart. */
const tellsApart = (recalls: readonly NamedRecall[]): boolean =>
  new Set(recalls.map(({ recall: { facts } }) => `${facts.vendor} ${facts.app}`)).size > 1;

function cellsOf({ recall, notification }: NamedRecall): readonly string[] {
  const { recallId, facts, summary, forgotten } = recall;
  const { accepted, unknown, notAttempted } = summary.targets;
  const { id, kind } = notification;
  return [
    recallId,
    stateOf({ summary, forgotten }),
    printableLine(`${id.value} ${kind?.brief ?? ''}`.trimEnd()),
    printableLine(facts.vendor),
    printableLine(facts.app),
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
