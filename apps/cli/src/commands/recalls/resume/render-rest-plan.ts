import type { RecallFacts, RecordedSummary } from '@unpush/recall';
import { describeSelector } from '../../../ledger/describe-facts.ts';
import type { Pace } from '../../../session/session.ts';
import { describeEstimate } from '../../../session/describe-estimate.ts';
import { formatCount, formatNoun } from '../../../terminal/numbers.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import type { Painter } from '../../../terminal/style.ts';
import { whenOf } from '../../../terminal/when.ts';
import { renderWarning } from '../../../terminal/render-warning.ts';
import type { Noun, RecallWords } from '../../../vendors/words/recall-words.ts';

/** What is left of a recall, and how it goes on. */
export interface RestPlan {
  readonly facts: RecallFacts;
  readonly words: RecallWords;
  readonly summary: RecordedSummary;
  /** How many of the unknown targets were cut off, and are sent again in any case. */
  readonly inDoubt: number;
  readonly retryUnknown: boolean;
  /** When the push was sent, in ISO 8601, where that was said. */
  readonly sentAt?: string;
  /** What the vendor's door says of a push of that age. */
  readonly notes: readonly string[];
  readonly pace: Pace;
  /** Where the recall is written down. */
  readonly ledger: string;
  /** The host of the proxy that stands between. */
  readonly proxy?: string;
  /** The file of further certificate authorities that are trusted. */
  readonly ca?: string;
}

/** What `--dry-run --json` prints. */
export function restPlanObject({
  facts,
  words,
  summary,
  pace,
  ...rest
}: RestPlan): Readonly<Record<string, unknown>> {
  const { recallId, vendor, selector, endpoint } = facts;
  const { state, targets } = summary;
  const toSend = toSendOf({ summary, ...rest });
  return {
    ...{ recallId, vendor, state, ...words.app.fields },
    ...{ selector, endpoint, targets: { ...targets, toSend } },
    ...pace,
    ...rest,
    ...(pace.quota !== undefined && { estimatedMs: Math.round((toSend / pace.quota) * 1000) }),
  };
}

/** How many targets this session is going to send to. */
export const toSendOf = ({
  summary: { targets },
  inDoubt,
  retryUnknown,
}: Pick<RestPlan, 'summary' | 'inDoubt' | 'retryUnknown'>): number =>
  targets.notAttempted + (retryUnknown ? targets.unknown : inDoubt);

/** The plan of a later session, as a person reads it. */
export function renderRestPlan(
  plan: RestPlan,
  look: { readonly paint: Painter; readonly width: number },
): string {
  const { facts, words, summary, inDoubt, retryUnknown, pace, ledger, proxy, ca, sentAt } = plan;
  const { target, whole } = words.notification;
  const { accepted, rejected, unknown, notAttempted } = summary.targets;
  const given = unknown - inDoubt;
  const rows: readonly Row[] = [
    ['notification', describeSelector(facts.selector)],
    ...(sentAt === undefined ? [] : [['sent', whenOf(Date.parse(sentAt))] as const]),
    ['app', words.app.text],
    ['endpoint', facts.endpoint],
    ...(proxy === undefined ? [] : [['proxy', proxy] as const]),
    ...(ca === undefined ? [] : [['trusting', ca] as const]),
    ['done', [`accepted ${formatCount(accepted)}`, `rejected ${formatCount(rejected)}`].join(', ')],
    ['left', describeLeft({ left: notAttempted + inDoubt, inDoubt, target }, look.paint)],
    ...(given > 0
      ? [
          [
            'unknown',
            `${formatNoun(given, target)}, ${retryUnknown ? 'tried again' : 'not tried again (--retry-unknown does)'}`,
          ] as const,
        ]
      : []),
    ...(whole === undefined ? [['time', timeOf(toSendOf(plan), { pace, target })] as const] : []),
    ['ledger', ledger],
  ];
  const notes = plan.notes.map((note) => renderWarning(note, look));
  const head = look.paint('bold', `Recall ${summary.recallId} goes on`);
  return [`${head} (it was ${summary.state})\n`, renderRows(rows, look), ...notes].join('');
}

function describeLeft(
  { left, inDoubt, target }: { readonly left: number; readonly inDoubt: number; readonly target: Noun },
  paint: Painter,
): string {
  const cutOff = inDoubt > 0 ? `, ${formatCount(inDoubt)} of which were cut off under way` : '';
  return `${paint('bold', formatNoun(left, target))}${cutOff}`;
}

function timeOf(
  targets: number,
  { pace: { quota, batchSize }, target }: { readonly pace: Pace; readonly target: Noun },
): string {
  if (quota === undefined) return "unknown: it finds the vendor's speed by itself";
  return describeEstimate({ estimatedMs: (targets / quota) * 1000, quota, batchSize }, target);
}
