import type { FileFacts, RecallFacts } from '@unpush/recall';
import { TOKENS } from '../input/token-file.ts';
import type { Noun } from '../vendors/words/recall-words.ts';
import { formatNoun, formatPlural } from '../terminal/numbers.ts';

/** Which notification, in the vendor's words. */
export const describeSelector = (selector: RecallFacts['selector']): string =>
  Object.entries(selector)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** A list of targets: where it came from, and how it was read. */
export function describeFile({ path, format, gzip, read, column, field }: FileFacts, target: Noun): string {
  if (path === TOKENS) return `the command line (${formatNoun(read, target)})`;
  const facts = [
    format,
    ...(gzip ? ['gzip'] : []),
    ...(column === undefined ? [] : [`column ${column}`]),
    ...(field === undefined ? [] : [`field ${field}`]),
    formatPlural(read, 'entry', 'entries'),
  ];
  return `${path === '-' ? 'standard input' : path} (${facts.join(', ')})`;
}
