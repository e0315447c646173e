import type { RecordedSummary } from '@unpush/recall';
import { formatCount, formatDuration, formatNoun, formatPlural } from '../../terminal/numbers.ts';
import { printableLine } from '../../terminal/printable.ts';
import type { Painter } from '../../terminal/style.ts';
import { widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { explainCommand } from '../../vendors/words/explain-command.ts';
import { explainCode } from './explain-code.ts';
import { renderRest } from './render-rest.ts';
import { renderStop } from './render-stop.ts';
import type { SummaryContext } from './summary-context.ts';

/** The summary as a person reads it. */
export function renderSummary(summary: RecordedSummary, context: SummaryContext): string {
  const { paint, width } = context;
  const rest = renderRest(summary, context);
  return [
    `${paint('bold', `Recall ${summary.recallId} ${summary.state}`)} after ${formatDuration(summary.elapsedMs)}`,
    ...renderTargets(summary, context),
    ...[renderRequests(summary), ...renderCodes(summary, context)].map((line) =>
      wrap(line, { width, first: '  ', rest: '    ' }),
    ),
    ...renderWritten(summary, context),
    ...(summary.stoppedBy === undefined
      ? []
      : ['', ...renderStop(summary.stoppedBy, context).map((line) => wrapIndented(line, width))]),
    ...(rest.length === 0 ? [] : ['', ...rest]),
    '',
  ].join('\n');
}

/** Files, and the hash that proves later that nobody has touched the evidence since. */
function renderWritten(
  { evidenceHead }: RecordedSummary,
  { written = {}, width }: SummaryContext,
): readonly string[] {
  const { report, evidence } = written;
  const rows = [
    ...(report?.lines === undefined
      ? []
      : [`report: ${report.path} (${formatPlural(report.lines, 'line')})`]),
    ...(evidence?.lines === undefined
      ? []
      : [`evidence: ${evidence.path} (${formatPlural(evidence.lines, 'line')})`]),
    ...(evidenceHead === undefined ? [] : ['evidence head, to note where the incident is told:']),
  ];
  return [
    ...rows.map((row) => wrap(row, { width, first: '  ', rest: '    ' })),
    ...(evidenceHead === undefined ? [] : [`    ${evidenceHead}`]),
  ];
}

/** Columns of the longest label. */
const LABEL = 13;

const UNANSWERED = 'sent, and no usable answer came: perhaps revoked, perhaps not';
/** Seen from another process, a request that waits for its answer is one without an answer. */
const UNDER_WAY = 'under way, or sent without a usable answer: perhaps revoked, perhaps not';

const NEVER = 'never sent, or refused for another reason than the target';
/** As above: what waits its turn is not attempted yet. */
const NOT_YET = 'not sent yet, or refused for another reason than the target';

function renderTargets(
  { targets, state }: RecordedSummary,
  { paint, width }: SummaryContext,
): readonly string[] {
  const rows: readonly (readonly [string, number, string])[] = [
    ['read', targets.read, ''],
    ['malformed', targets.malformed, 'not sent'],
    ['duplicate', targets.duplicate, 'sent to once'],
    ['accepted', targets.accepted, 'the vendor took the request; it never says what a screen shows'],
    ['rejected', targets.rejected, 'the vendor refused these targets'],
    ['unknown', targets.unknown, state === 'running' ? UNDER_WAY : UNANSWERED],
    ['not attempted', targets.notAttempted, state === 'running' ? NOT_YET : NEVER],
  ];
  const digits = Math.max(...rows.map(([, count]) => formatCount(count).length));
  return rows
    .filter(([label, count]) => count > 0 || label === 'read' || label === 'accepted')
    .map(([label, count, note]) => {
      const number = paintCount({ paint, label, text: formatCount(count).padStart(digits) });
      const head = `  ${label.padEnd(LABEL)}  ${number}`;
      if (note === '') return head;
      return wrap(paint('dim', note), {
        width,
        first: `${head}  `,
        rest: ' '.repeat(widthOf(head) + 2),
      });
    });
}

function paintCount({ paint, label, text }: { paint: Painter; label: string; text: string }): string {
  if (label === 'accepted') return paint('green', text);
  return label === 'rejected' || label === 'unknown' ? paint('yellow', text) : text;
}

function renderRequests({ requests }: RecordedSummary): string {
  return [
    `${formatPlural(requests.sent, 'request')} sent`,
    ...(requests.retried > 0 ? [`${formatCount(requests.retried)} repeated`] : []),
    ...(requests.throttled > 0 ? [`${formatCount(requests.throttled)} refused by flow control`] : []),
  ].join(', ');
}

function renderCodes({ codes }: RecordedSummary, { language, words }: SummaryContext): readonly string[] {
  return Object.entries(codes).map(([code, count]) => {
    const known = explainCode({ code, words, language });
    const title = known === undefined ? '' : `, ${known.text.title}`;
    // Of a success there is nothing more to say
    const hint =
      known === undefined || known.entry.about === 'success'
        ? ''
        : ` (${explainCommand({ code, vendor: known.entry.vendor })})`;
    return printableLine(`code ${code}: ${formatNoun(count, words.notification.target)}${title}${hint}`);
  });
}

/** Wraps a line of talk, with what is wrapped a little further in. */
function wrapIndented(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrap(line, { width, first: indent, rest: `${indent}  ` });
}
