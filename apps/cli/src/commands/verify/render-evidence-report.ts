import type { EvidenceReport, TargetCounts } from '@unpush/recall';
import { describeSelector } from '../../ledger/describe-facts.ts';
import { formatCount, formatPlural } from '../../terminal/numbers.ts';
import { printableLine } from '../../terminal/printable.ts';
import { renderRows, type Row } from '../../terminal/render-rows.ts';
import type { Painter } from '../../terminal/style.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { RecallWords } from '../../vendors/words/recall-words.ts';

/** How a report is shown. */
export interface ReportLook {
  readonly paint: Painter;
  /** Columns. */
  readonly width: number;
  /** Open evidence is well too. */
  readonly allowOpen: boolean;
  /** How the recall is told of, where the evidence says which it was. */
  readonly words?: RecallWords | undefined;
}

/** What came of checking evidence, as a person reads it: the verdict first, then what it rests on. */
export function renderEvidenceReport(report: EvidenceReport, look: ReportLook): string {
  const { paint, width } = look;
  const { problems, furtherProblems, notChecked } = report;
  const item = (words: string): string =>
    `${wrap(printableLine(words), { width, first: '  - ', rest: '    ' })}\n`;
  return [
    `${verdictOf(report, look)}\n`,
    renderRows(rowsOf(report, look), look),
    ...(problems.length === 0 ? [] : [`\n${paint('bold', 'Wrong')}\n`]),
    ...problems.map(({ line, problem }) => item(`line ${line}: ${problem}`)),
    ...(furtherProblems === 0 ? [] : [item(`and ${formatCount(furtherProblems)} more`)]),
    ...(notChecked.length === 0 ? [] : [`\n${paint('bold', 'Not checked')}\n`, ...notChecked.map(item)]),
  ].join('');
}

function verdictOf({ holds, sealed }: EvidenceReport, { paint, allowOpen, width }: ReportLook): string {
  if (!holds) return paint(['bold', 'red'], 'The evidence does not hold.');
  if (sealed) return paint(['bold', 'green'], 'The evidence holds, and is sealed.');
  const words =
    'The evidence holds, but is open: the recall had not come to its end, and more may have happened.';
  return paint(['bold', allowOpen ? 'green' : 'yellow'], wrap(words, { width, rest: '  ' }));
}

function describeTargets(targets: TargetCounts): string {
  const { read, malformed, duplicate, accepted, rejected, unknown, notAttempted } = targets;
  const counts: readonly (readonly [string, number])[] = [
    ['read', read],
    ['malformed', malformed],
    ['duplicate', duplicate],
    ['accepted', accepted],
    ['rejected', rejected],
    ['unknown', unknown],
    ['not attempted', notAttempted],
  ];
  return counts
    .filter(([name, count]) => count > 0 || name === 'accepted')
    .map(([name, count]) => `${name} ${formatCount(count)}`)
    .join(', ');
}

function rowsOf(report: EvidenceReport, { words }: ReportLook): readonly Row[] {
  const { header, targets, records, sessions, verdicts, lost, headHash } = report;
  // What is told of broken evidence is not what the recall came to
  const asFar = report.holds ? '' : ' (as far as it was read)';
  return [
    ...(header === undefined
      ? []
      : ([
          ['recall', printableLine(`${header.recallId}, ${header.vendor}, ${words?.app.text ?? header.app}`)],
          ['notification', printableLine(describeSelector(header.selector))],
          ['endpoint', printableLine(header.endpoint)],
          ['begun', printableLine(header.at)],
        ] as const)),
    [
      'records',
      `${formatCount(records)}: ${formatPlural(sessions, 'session')}, ${formatPlural(verdicts, 'verdict')}${lost > 0 ? `, ${formatPlural(lost, 'lost request')}` : ''}`,
    ],
    ...(targets === undefined ? [] : [['targets', `${describeTargets(targets)}${asFar}`] as const]),
    ...(headHash === undefined ? [] : [['head', `${headHash}${asFar}`] as const]),
    ['signature', signatureWords(report)],
    ['tokens', comparedWords(report)],
  ];
}

function signatureWords({ signature }: EvidenceReport): string {
  if (signature === undefined) return 'none';
  const { valid, fingerprint, expectedKey } = signature;
  if (!valid) return `does not hold (key ${fingerprint})`;
  const who =
    expectedKey === undefined
      ? 'a key that nobody has vouched for'
      : expectedKey
        ? 'the key that was given'
        : 'another key than was given';
  return `holds, by ${who}: SHA-256 ${fingerprint}`;
}

function comparedWords({ compared }: EvidenceReport): string {
  if (compared === undefined) return 'not compared';
  const { given, covered, digests, mismatched } = compared;
  // A count of targets would sound like a proof
  if (digests === 0)
    return `NOTHING WAS COMPARED: no digest of the ${formatPlural(given, 'target')} was looked at`;
  const bad = mismatched > 0 ? `, ${formatCount(mismatched)} of other targets` : allOf(covered, given);
  return `${formatCount(covered)} of ${formatCount(given)} compared by ${formatPlural(digests, 'digest')}${bad}`;
}

const allOf = (covered: number, given: number): string =>
  covered === given ? ', all of these targets' : ', none of other targets';
