import { stripVTControlCharacters } from 'node:util';
import type { Output } from './terminal.ts';

/** Characters that take two columns on a screen: Chinese, Japanese and Korean ones and their punctuation. */
export const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{20000}-\u{3fffd}]/u;

/** How many columns a text takes on a screen, its colours not counted. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** As `padEnd`, by columns. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

const NARROWEST = 40;
const WIDEST = 100;
const USUAL = 80;

/** How wide a screen is. Some say 0 for unknown. */
export const screenColumns = (columns: number | undefined): number =>
  columns === undefined || columns === 0 ? USUAL : columns;

/** In how many columns to write for a screen so wide: longer lines are hard to read. */
export const textWidth = (columns: number | undefined): number =>
  Math.min(WIDEST, Math.max(NARROWEST, screenColumns(columns)));

/** In how many columns to write for a person: where there is no screen, lines stay whole, for logs and `grep`. */
export const columnsFor = ({ isTTY, columns }: Output): number =>
  isTTY === true ? textWidth(columns) : Infinity;
