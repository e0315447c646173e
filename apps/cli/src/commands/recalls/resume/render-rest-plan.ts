import type { RecallFacts, RecordedSummary } from '@unpush/recall';
import type { Pace } from '../../../session/session.ts';
import { formatCount, formatDuration, formatPlural } from '../../../terminal/numbers.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import type { Painter } from '../../../terminal/style.ts';

/** What is left of a recall, and how it goes on. */
export interface RestPlan {
  readonly facts: RecallFacts;
  readonly summary: RecordedSummary;
  readonly retryUnknown: boolean;
  readonly pace: Pace;
  /** Where the recall is written down. */
  readonly ledger: string;
}

/** The plan of a later session, as a person reads it. */
export function renderRestPlan(
  { facts, summary, retryUnknown, pace, ledger }: RestPlan,
  look: { readonly paint: Painter; readonly width: number },
): string {
  const { accepted, rejected, unknown, notAttempted } = summary.targets;
  const toSend = notAttempted + (retryUnknown ? unknown : 0);
  const rows: readonly Row[] = [
    [
      'notification',
      Object.entries(facts.selector)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    ['app', `client id ${facts.app}`],
    ['endpoint', facts.endpoint],
    ['done', [`accepted ${formatCount(accepted)}`, `rejected ${formatCount(rejected)}`].join(', ')],
    ['left', look.paint('bold', formatPlural(notAttempted, 'token'))],
    ...(unknown > 0
      ? [
          [
            'unknown',
            `${formatPlural(unknown, 'token')}, ${retryUnknown ? 'tried again' : 'of which those that were cut off are sent again (--retry-unknown tries all)'}`,
          ] as const,
        ]
      : []),
    ['time', timeOf(toSend, pace)],
    ['ledger', ledger],
  ];
  return `${look.paint('bold', `Recall ${summary.recallId} goes on`)} (it was ${summary.state})\n${renderRows(rows, look)}`;
}

function timeOf(targets: number, { quota }: Pace): string {
  if (quota === undefined) return "unknown: it finds the vendor's speed by itself";
  return `about ${formatDuration((targets / quota) * 1000)} at ${formatCount(quota)} tokens/s`;
}
