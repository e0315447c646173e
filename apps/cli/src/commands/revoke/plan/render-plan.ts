import type { Malformed } from '@unpush/recall';
import { describeFile } from '../../../ledger/describe-facts.ts';
import { describeEstimate } from '../../../session/describe-estimate.ts';
import { formatCount, formatNoun } from '../../../terminal/numbers.ts';
import { printableLine } from '../../../terminal/printable.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import type { Painter } from '../../../terminal/style.ts';
import type { Noun, RecallWords } from '../../../vendors/words/recall-words.ts';
import { whenOf } from '../../../terminal/when.ts';
import { renderWarning } from '../../../terminal/render-warning.ts';
import { describeMalformed } from './describe-malformed.ts';
import { isMostlyMalformed, type Plan } from './plan.ts';
import { renderNeighbours } from './render-neighbours.ts';

/** How a plan is shown. */
export interface PlanLook {
  readonly words: RecallWords;
  readonly firstMalformed: readonly Malformed[];
  /** It may stand beside an unfinished recall of the same notification. */
  readonly again: boolean;
  readonly paint: Painter;
  /** Columns. */
  readonly width: number;
}

/** The plan as a person reads it. */
export function renderPlan(plan: Plan, look: PlanLook): string {
  const { paint, firstMalformed, words } = look;
  const { targets } = plan;
  const { id, kind, target, whole } = words.notification;
  const rows: readonly Row[] = [
    [
      'notification',
      `${id.name} ${paint('bold', printableLine(id.value))}${kind === undefined ? '' : `, ${kind.full}`}`,
    ],
    ...optional('sent', plan.sentAt && whenOf(Date.parse(plan.sentAt))),
    ['app', `${words.app.text}${plan.app === undefined ? '' : `, profile ${plan.app}`}`],
    ['endpoint', plan.endpoint],
    ...optional('proxy', plan.proxy),
    ...optional('trusting', plan.ca),
    ...plan.files.map((file): Row => ['from', describeFile(file, target)]),
    ['targets', `${paint('bold', formatNoun(targets.toSend, target))} of ${formatCount(targets.read)} read`],
    ...optional('such as', plan.example && printableLine(plan.example)),
    ...(targets.duplicate > 0
      ? [['duplicates', `${formatCount(targets.duplicate)}, sent to once`] as const]
      : []),
    ...(targets.malformed > 0
      ? [['malformed', describeMalformed(targets.malformed, firstMalformed)] as const]
      : []),
    ...(whole === undefined
      ? ([
          ['requests', describeRequests(plan, target)],
          ['time', describeTime(plan, target)],
        ] as const)
      : [['requests', formatCount(plan.requests)] as const]),
    ...optional('report', plan.report),
    ...optional('evidence', plan.evidence),
    ['ledger', plan.ledger],
  ];
  const notes = [...plan.notes, ...warnings(plan, target), ...renderNeighbours(plan.neighbours, look)];
  return [
    `${paint('bold', 'The plan')}\n`,
    renderRows(rows, look),
    ...notes.map((note) => renderWarning(note, look)),
  ].join('');
}

const optional = (label: string, text: string | undefined): readonly Row[] =>
  text === undefined ? [] : [[label, text]];

function warnings(plan: Plan, target: Noun): readonly string[] {
  const { malformed, read } = plan.targets;
  if (!isMostlyMalformed(plan)) return [];
  return [
    `MOST OF THIS LIST IS MALFORMED: ${formatCount(malformed)} of ${formatCount(read)} entries are no ${target.many}. It may be the wrong file, the wrong column or the wrong format.`,
  ];
}

function describeRequests({ requests, batchSize, canary, targets }: Plan, target: Noun): string {
  const first = Math.min(canary, targets.toSend);
  const alone = first > 0 && first < targets.toSend ? `; the first ${formatNoun(first, target)} alone` : '';
  return `${formatCount(requests)} of up to ${formatNoun(batchSize, target)}${alone}`;
}

function describeTime({ quota, estimatedMs, batchSize }: Plan, target: Noun): string {
  if (quota === undefined || estimatedMs === undefined) {
    return "unknown: it finds the vendor's speed by itself (give --quota for an estimate)";
  }
  return describeEstimate({ estimatedMs, quota, batchSize }, target);
}
