import { FeedFinder } from './feed-finder.ts';

/** Some thousands of whole lines. */
export interface LineBlock {
  /** May be written over. In front of the lines is room to write them anew, each 2 bytes longer. */
  readonly buffer: Uint8Array;
  /** Where the first line starts; a multiple of 4. */
  readonly start: number;
  /** Where each line ends: at its line feed, which only the last line of a list may lack. */
  readonly ends: Uint32Array;
  /** The number of the first line, counted from 1. */
  readonly firstLine: number;
}

/** Where the first line of so many starts, so that there is room in front. */
export const startOfLines = (count: number): number => 4 * Math.ceil((2 * count) / 4);

/** Whole lines as a block, which has memory of its own. */
export function blockOfLines(lines: Uint8Array, firstLine: number): LineBlock {
  const feeds = new FeedFinder().find(lines);
  const isWhole = feeds.length > 0 && feeds.at(-1) === lines.length - 1;
  const count = isWhole || lines.length === 0 ? feeds.length : feeds.length + 1;
  const start = startOfLines(count);
  const buffer = new Uint8Array(start + lines.length);
  buffer.set(lines, start);
  const ends = new Uint32Array(count).fill(buffer.length);
  for (let index = 0; index < feeds.length; index++) ends[index] = start + (feeds[index] ?? 0);
  return { buffer, start, ends, firstLine };
}
