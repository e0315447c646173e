import { maskTarget } from '@unpush/core';
import type { Malformed } from '@unpush/recall';
import type { InputFileFacts } from '@unpush/recall/node';
import { formatCount, formatDuration, formatPlural } from '../../../terminal/numbers.ts';
import { printableLine } from '../../../terminal/printable.ts';
import type { Painter } from '../../../terminal/style.ts';
import type { Plan } from './plan.ts';

const SHOWN = 3;

/** The plan as a person reads it. */
export function renderPlan(plan: Plan, firstMalformed: readonly Malformed[], paint: Painter): string {
  const { selector, targets } = plan;
  const type =
    selector.pushType === 'notification' ? 'notification (push type 0)' : 'extension (push type 2)';
  const rows: readonly (readonly [string, string])[] = [
    ['notification', `notifyId ${paint('bold', String(selector.notifyId))}, ${type}`],
    ['app', `client id ${plan.clientId}${plan.app === undefined ? '' : `, profile ${plan.app}`}`],
    ['endpoint', plan.endpoint],
    ...(plan.proxy === undefined ? [] : [['proxy', plan.proxy] as const]),
    ...(plan.ca === undefined ? [] : [['trusting', plan.ca] as const]),
    ...plan.files.map((file): readonly [string, string] => ['from', describeFile(file)]),
    [
      'targets',
      `${paint('bold', formatPlural(targets.toSend, 'token'))} of ${formatCount(targets.read)} read`,
    ],
    ...(plan.example === undefined ? [] : [['such as', printableLine(plan.example)] as const]),
    ...(targets.duplicate > 0
      ? [['duplicates', `${formatCount(targets.duplicate)}, sent to once`] as const]
      : []),
    ...(targets.malformed > 0 ? [['malformed', describeMalformed(plan, firstMalformed)] as const] : []),
    ['requests', describeRequests(plan)],
    ['time', describeTime(plan)],
    ...(plan.report === undefined ? [] : [['report', plan.report] as const]),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, text]) => `  ${paint('dim', label.padEnd(width))}  ${text}`);
  return `${paint('bold', 'The plan')}\n${lines.join('\n')}\n`;
}

function describeFile({ path, format, gzip, read }: InputFileFacts): string {
  return `${path === '-' ? 'standard input' : path} (${format}${gzip ? ', gzip' : ''}, ${formatPlural(read, 'entry', 'entries')})`;
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
    return 'as fast as the vendor lets it (give --quota for an estimate)';
  }
  return `about ${formatDuration(estimatedMs)} at ${formatCount(quota)} tokens/s`;
}
