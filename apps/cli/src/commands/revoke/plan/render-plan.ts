import { maskTarget } from '@unpush/core';
import type { Malformed } from '@unpush/recall';
import { describeFile } from '../../../ledger/describe-facts.ts';
import { formatCount, formatDuration, formatPlural } from '../../../terminal/numbers.ts';
import { printableLine } from '../../../terminal/printable.ts';
import { renderRows, type Row } from '../../../terminal/render-rows.ts';
import type { Painter } from '../../../terminal/style.ts';
import { wrap } from '../../../terminal/wrap.ts';
import { isMostlyMalformed, type Plan } from './plan.ts';
import { renderNeighbours } from './render-neighbours.ts';

const SHOWN = 3;

/** How a plan is shown. */
export interface PlanLook {
  readonly firstMalformed: readonly Malformed[];
  readonly paint: Painter;
  /** Columns. */
  readonly width: number;
}

/** The plan as a person reads it. */
export function renderPlan(plan: Plan, look: PlanLook): string {
  const { paint, firstMalformed } = look;
  const { selector, targets } = plan;
  const type =
    selector.pushType === 'notification' ? 'notification (push type 0)' : 'extension (push type 2)';
  const rows: readonly Row[] = [
    ['notification', `notifyId ${paint('bold', String(selector.notifyId))}, ${type}`],
    ['app', `client id ${plan.clientId}${plan.app === undefined ? '' : `, profile ${plan.app}`}`],
    ['endpoint', plan.endpoint],
    ...optional('proxy', plan.proxy),
    ...optional('trusting', plan.ca),
    ...plan.files.map((file): Row => ['from', describeFile(file)]),
    [
      'targets',
      `${paint('bold', formatPlural(targets.toSend, 'token'))} of ${formatCount(targets.read)} read`,
    ],
    ...optional('such as', plan.example && printableLine(plan.example)),
    ...(targets.duplicate > 0
      ? [['duplicates', `${formatCount(targets.duplicate)}, sent to once`] as const]
      : []),
    ...(targets.malformed > 0 ? [['malformed', describeMalformed(plan, firstMalformed)] as const] : []),
    ['requests', describeRequests(plan)],
    ['time', describeTime(plan)],
    ...optional('report', plan.report),
    ...optional('evidence', plan.evidence),
    ['ledger', plan.ledger],
  ];
  const notes = [...warnings(plan), ...renderNeighbours(plan.neighbours)];
  return [
    `${paint('bold', 'The plan')}\n`,
    renderRows(rows, look),
    ...notes.map(
      (note) => `${paint(['bold', 'yellow'], 'warning')} ${wrap(note, { ...look, rest: '  ' })}\n`,
    ),
  ].join('');
}

const optional = (label: string, text: string | undefined): readonly Row[] =>
  text === undefined ? [] : [[label, text]];

function warnings(plan: Plan): readonly string[] {
  const { malformed, read } = plan.targets;
  if (!isMostlyMalformed(plan)) return [];
  return [
    `MOST OF THIS LIST IS MALFORMED: ${formatCount(malformed)} of ${formatCount(read)} entries are no tokens. It may be the wrong file, the wrong column or the wrong format.`,
  ];
}

function describeMalformed({ targets }: Plan, first: readonly Malformed[]): string {
  const shown = first.slice(0, SHOWN).map(({ place, reason, text }) => {
    const where = place === undefined ? '' : `${place.file}:${place.line} `;
    return `${where}${reason}${text.trim() === '' ? '' : ` (${printableLine(maskTarget(text))})`}`;
  });
  const more = targets.malformed > shown.length ? ', …' : '';
  return `${formatCount(targets.malformed)}, not sent: ${shown.join(', ')}${more}`;
}

function describeRequests({ requests, batchSize, canary, targets }: Plan): string {
  const first = Math.min(canary, targets.toSend);
  const alone =
    first > 0 && first < targets.toSend ? `; the first ${formatPlural(first, 'token')} alone` : '';
  return `${formatCount(requests)} of up to ${formatPlural(batchSize, 'token')}${alone}`;
}

function describeTime({ quota, estimatedMs }: Plan): string {
  if (quota === undefined || estimatedMs === undefined) {
    return "unknown: it finds the vendor's speed by itself (give --quota for an estimate)";
  }
  return `about ${formatDuration(estimatedMs)} at ${formatCount(quota)} tokens/s`;
}
