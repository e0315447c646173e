import { explain, type Language } from '@unpush/core';
import type { RecallSummary } from '@unpush/recall';
import { formatCount, formatDuration, formatPlural } from '../../terminal/numbers.ts';
import type { Painter } from '../../terminal/style.ts';
import { renderStop } from './render-stop.ts';

/** What else the summary tells of. */
export interface SummaryContext {
  readonly paint: Painter;
  readonly language: Language;
  readonly report?: { readonly path: string; readonly lines: number };
}

/** The summary as a person reads it. */
export function renderSummary(summary: RecallSummary, { paint, language, report }: SummaryContext): string {
  const { targets, requests } = summary;
  const rows: readonly (readonly [string, number, string])[] = [
    ['read', targets.read, ''],
    ['malformed', targets.malformed, 'not sent'],
    ['duplicate', targets.duplicate, 'sent to once'],
    ['accepted', targets.accepted, 'the vendor took the request; it never says what a screen shows'],
    ['rejected', targets.rejected, 'the vendor refused these targets'],
    ['unknown', targets.unknown, 'sent, and no usable answer came: perhaps revoked, perhaps not'],
    ['not attempted', targets.notAttempted, 'never sent, or refused for another reason than the target'],
  ];
  const width = Math.max(...rows.map(([, count]) => formatCount(count).length));
  const table = rows
    .filter(([label, count]) => count > 0 || label === 'read' || label === 'accepted')
    .map(([label, count, note]) => {
      const number = formatCount(count).padStart(width);
      return `  ${label.padEnd(13)}  ${paintCount({ paint, label, text: number })}  ${paint('dim', note)}`.trimEnd();
    });
  const sent = [
    `${formatPlural(requests.sent, 'request')} sent`,
    ...(requests.retried > 0 ? [`${formatCount(requests.retried)} repeated`] : []),
    ...(requests.throttled > 0 ? [`${formatCount(requests.throttled)} refused by flow control`] : []),
  ].join(', ');
  return [
    `${paint('bold', `Recall ${summary.recallId} ${summary.state}`)} after ${formatDuration(summary.elapsedMs)}`,
    ...table,
    `  ${sent}`,
    ...renderCodes(summary, language),
    ...(report === undefined ? [] : [`  report: ${report.path} (${formatPlural(report.lines, 'line')})`]),
    ...(summary.stoppedBy === undefined ? [] : ['', ...renderStop(summary.stoppedBy, { paint, language })]),
    '',
  ].join('\n');
}

function paintCount({ paint, label, text }: { paint: Painter; label: string; text: string }): string {
  if (label === 'accepted') return paint('green', text);
  return label === 'rejected' || label === 'unknown' ? paint('yellow', text) : text;
}

function renderCodes({ codes }: RecallSummary, language: Language): readonly string[] {
  return Object.entries(codes).map(([code, count]) => {
    const title = explain({ code, vendor: 'huawei', language })[0]?.text.title;
    const hint = code === '80000000' || title === undefined ? '' : `  (unpush explain ${code})`;
    return `  code ${code}: ${formatPlural(count, 'token')}${title === undefined ? '' : `, ${title}`}${hint}`;
  });
}
