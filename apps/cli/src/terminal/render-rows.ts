import type { Painter } from './style.ts';
import { padTo, widthOf } from './width.ts';
import { wrap } from './wrap.ts';

/** A label and what is said under it. */
export type Row = readonly [label: string, text: string];

/** Labels in a column, texts beside them, each wrapped in its own column. */
export function renderRows(
  rows: readonly Row[],
  { paint, width }: { readonly paint: Painter; readonly width: number },
): string {
  const column = Math.max(...rows.map(([label]) => widthOf(label)));
  const rest = ' '.repeat(column + 4);
  return rows
    .map(([label, text]) => wrap(text, { width, first: `  ${paint('dim', padTo(label, column))}  `, rest }))
    .map((line) => `${line}\n`)
    .join('');
}
