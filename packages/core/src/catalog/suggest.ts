import { editDistance } from './edit-distance.ts';
import { CATALOG } from './lookup.ts';
import { fold } from './match-codes.ts';
import type { Vendor } from './entry.ts';

/** A code that nobody knows. */
export interface SuggestQuestion {
  readonly code: string;
  /** Only this vendor's codes. */
  readonly vendor?: Vendor;
}

/** How many are shown at most: the nearest. */
const MOST = 5;
/** In a code of three or four digits, two edits lead anywhere. */
const SHORT = 4;

/**
 * Known codes and names that differ from `code` by a slip or two (one, if it is short), the nearest first; at
 * most five. For a code that was mistyped. Of equally near ones, those with the same digits come first: swapping
 * two is the slip that a glance does not catch.
 *
 * @example
 * ```ts
 * suggest({ code: '80300082' }); // begins with '80300028'
 * ```
 */
export function suggest({ code, vendor }: SuggestQuestion): readonly string[] {
  const typed = fold(code).replace(/^http\s*/, '');
  const most = typed.length <= SHORT ? 1 : 2;
  const words = CATALOG.filter((entry) => vendor === undefined || entry.vendor === vendor)
    .flatMap((entry) => [entry.code, ...(entry.name === undefined ? [] : [entry.name])])
    .map((word) => word.replace(/\*$/, ''));
  return [...new Set(words)]
    .map((word) => ({
      word,
      distance: editDistance(typed, fold(word)),
      swapped: sameLetters(typed, fold(word)),
    }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || Number(b.swapped) - Number(a.swapped))
    .slice(0, MOST)
    .map(({ word }) => word);
}

const sameLetters = (one: string, other: string): boolean => sorted(one) === sorted(other);

const sorted = (word: string): string => Array.from(word).sort().join('');
