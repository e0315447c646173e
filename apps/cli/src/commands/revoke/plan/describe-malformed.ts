import { maskTarget } from '@unpush/core';
import type { Malformed } from '@unpush/recall';
import { formatCount } from '../../../terminal/numbers.ts';
import { printableLine } from '../../../terminal/printable.ts';

/** How many of them are named. */
const SHOWN = 3;

/** How many entries of a list are no targets, and where the first of them stand. */
export function describeMalformed(count: number, first: readonly Malformed[]): string {
  const shown = first.slice(0, SHOWN).map(({ place, reason, text }) => {
    const where = place === undefined ? '' : `${place.file}:${place.line} `;
    return `${where}${reason}${text.trim() === '' ? '' : ` (${printableLine(maskTarget(text))})`}`;
  });
  const more = count > shown.length ? ', …' : '';
  return `${formatCount(count)}, not sent: ${shown.join(', ')}${more}`;
}
