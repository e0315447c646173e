import type { RecallSummary } from '@unpush/recall';
import { wrap } from '../../../terminal/wrap.ts';
import type { SummaryContext } from './summary-context.ts';

/** How to send again what is left, or nothing where nothing is. */
export function renderRest(
  { targets }: RecallSummary,
  { report, width }: Pick<SummaryContext, 'report' | 'width'>,
): readonly string[] {
  const left = [
    ...(targets.notAttempted > 0 ? ['not-attempted'] : []),
    ...(targets.unknown > 0 ? ['unknown'] : []),
  ];
  if (left.length === 0) return [];
  // The same would only be refused again
  if (targets.accepted === 0) return [];
  const names = left.join(' or ');
  const say = (words: string): string => wrap(words, { width, rest: '  ' });
  if (report === undefined) {
    return [say(`Which targets are ${names} was not kept: with --report FILE the next recall lists them.`)];
  }
  if (!report.isComplete) {
    return [say(`The report is not complete: it does not name every target that is ${names}.`)];
  }
  const patterns = left.map((outcome) => `-e '"outcome":"${outcome}"'`).join(' ');
  const rest = `${report.path.replace(/\.ndjson$/, '')}.rest.ndjson`;
  return [
    say(`What is ${names} can be sent again, with the other flags as they were and another --report:`),
    // Whole, to be pasted; and as private as the report is
    `  (umask 077; grep ${patterns} ${quote(report.path)} > ${quote(rest)})`,
    `  unpush revoke … --tokens ${quote(rest)} --field target`,
  ];
}

/** As a POSIX shell takes it for one word. */
const quote = (path: string): string =>
  /^[\w./:@%+,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
