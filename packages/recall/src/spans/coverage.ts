import { countWhile } from './count-while.ts';
import { joinSpans, type Span, type Spans } from './spans.ts';

/** Positions that only ever become more, in whatever order they come. */
export interface Coverage {
  /** Whether any of them is in it. */
  overlaps(spans: Spans): boolean;
  /** None of them may be in it yet. */
  add(spans: Spans): void;
  /** All of them, joined. */
  spans(): Spans;
}

/** Ascending spans that do not overlap. */
type Block = [start: number, end: number][];

/** Putting one more span among so many moves few enough of them. */
const MOST = 1024;

/**
 * Covers `spans` to begin with. They lie in blocks, so that a million targets that come one by one, in any order,
 * do not cost the square of it.
 */
export function coverage(spans: Spans = []): Coverage {
  const blocks: Block[] = [];
  for (let from = 0; from < spans.length; from += MOST) {
    blocks.push(spans.slice(from, from + MOST).map(([start, end]) => [start, end]));
  }
  if (blocks.length === 0) blocks.push([]);
  /** The last block that begins before a position. */
  const indexAt = (position: number): number =>
    Math.max(0, countBefore(blocks, position, ([span]) => span?.[0]) - 1);

  return {
    overlaps: (others) => others.some((span) => overlapsIn(blocks[indexAt(span[1])] ?? [], span)),
    add(others) {
      for (const span of others) {
        const index = indexAt(span[0]);
        const block = blocks[index] ?? [];
        insert(block, span);
        if (block.length > MOST) blocks.splice(index + 1, 0, block.splice(MOST / 2));
      }
    },
    // What touches across two blocks is joined here
    spans: () => joinSpans(blocks),
  };
}

/** How many of them begin before `position`. */
const countBefore = <T>(
  sorted: readonly T[],
  position: number,
  start: (one: T) => number | undefined,
): number => countWhile(sorted, (one) => (start(one) ?? Infinity) < position);

const startOf = ([start]: Span): number => start;

/** Only the last that begins before the end can reach into it. */
const overlapsIn = (block: Spans, [start, end]: Span): boolean =>
  (block[countBefore(block, end, startOf) - 1]?.[1] ?? 0) > start;

function insert(block: Block, [start, end]: Span): void {
  const index = countBefore(block, start, startOf);
  const before = block[index - 1];
  const after = block[index];
  if (before?.[1] === start) {
    before[1] = end;
    if (after?.[0] !== end) return;
    before[1] = after[1];
    block.splice(index, 1);
  } else if (after?.[0] === end) {
    after[0] = start;
  } else {
    block.splice(index, 0, [start, end]);
  }
}
