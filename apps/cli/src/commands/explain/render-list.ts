import { VENDORS, type Explanation } from '@unpush/core';
import { padTo, widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { RenderOptions } from './render-explanation.ts';

const KINDS = ['code', 'http'] as const;

/** Every code with its title, a line each, by vendor. */
export function renderList(
  explanations: readonly Explanation[],
  { labels, paint, width }: RenderOptions,
): string {
  const groups = VENDORS.flatMap((vendor) =>
    KINDS.map((kind) => ({
      heading: (kind === 'code' ? labels.codesOf : labels.statusesOf)(labels.vendors[vendor]),
      rows: explanations.filter(({ entry }) => entry.vendor === vendor && entry.kind === kind),
    })),
  ).filter(({ rows }) => rows.length > 0);
  const tables = groups.map(({ heading, rows }) => {
    const column = Math.max(...rows.map(({ entry }) => widthOf(entry.code)));
    const lines = rows.map(({ entry, text }) =>
      wrap(text.title, { width, first: `  ${padTo(entry.code, column)}  `, rest: ' '.repeat(column + 4) }),
    );
    return `${paint('bold', heading)}\n${lines.join('\n')}\n`;
  });
  return `${tables.join('\n')}\n${labels.more}\n`;
}
