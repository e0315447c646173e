import { printable } from '../../terminal/printable.ts';
import type { Painter } from '../../terminal/style.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Finding, NamedFinding } from '../../findings/finding.ts';

/** How findings are to look. */
export interface Look {
  readonly paint: Painter;
  /** Columns. */
  readonly width: number;
}

const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red', skipped: 'dim' } as const satisfies Record<
  Finding['status'],
  string
>;

const STATUS_WIDTH = 'skipped'.length;
const NAME_WIDTH = 'Connection'.length;
const INDENT = ' '.repeat(STATUS_WIDTH + NAME_WIDTH + 4);

/** A finding as a person reads it: status, name and detail; below it the remedy. */
export function renderFinding(
  { name, status, detail, remedy }: NamedFinding,
  { paint, width }: Look,
): string {
  const head = `${status.padEnd(STATUS_WIDTH)}  ${name.padEnd(NAME_WIDTH)}  `;
  // Coloured after it is broken into lines, since colours have no width
  const lines = printable(detail)
    .split('\n')
    .map((line, index) => wrap(line, { width, first: index === 0 ? head : INDENT, rest: INDENT }));
  const text = lines.join('\n').replace(status, paint(COLOURS[status], status));
  return remedy === undefined
    ? `${text}\n`
    : `${text}\n${wrap(remedy, { width, first: `${INDENT}-> `, rest: `${INDENT}   ` })}\n`;
}
