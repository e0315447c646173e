import { countWhile } from '../../../spans/count-while.ts';
import { countOf, type Span } from '../../../spans/spans.ts';

/** A set of positions that grows and shrinks, as compact as its gaps are few. */
export interface SpanSet {
  /** How many positions it holds. */
  readonly count: number;
  /** Puts positions in; returns the first that was in it already. */
  add(span: Span): number | undefined;
  /** Takes positions out; returns the first that was not in it. */
  remove(span: Span): number | undefined;
}

/** Putting one more span among so many moves few enough of them. */
const MOST = 1024;

/** They lie in blocks of so many at the most: a million that come and go one by one do not cost the square of it. */
export function createSpanSet(most = MOST): SpanSet {
  // Ascending; they neither overlap nor touch. No block is empty
  const blocks: Span[][] = [];
  let count = 0;

  /** The spans that overlap or touch this one, and the block that they stand in: it takes in others where need be. */
  function near([start, end]: Span): Place {
    // What comes behind all of them goes into the last one
    const last = Math.max(0, blocks.length - 1);
    const at = Math.min(
      last,
      countWhile(blocks, (block) => (block.at(-1)?.[1] ?? 0) < start),
    );
    let past = at + 1;
    while ((blocks[past]?.[0]?.[0] ?? Infinity) <= end) past += 1;
    const block = past === at + 1 ? (blocks[at] ?? []) : blocks.slice(at, past).flat();
    const from = countWhile(block, (span) => span[1] < start);
    let to = from;
    while ((block[to]?.[0] ?? Infinity) <= end) to += 1;
    return { at, blocks: past - at, block, from, found: block.slice(from, to) };
  }

  function replace({ at, blocks: many, block, from, found }: Place, by: readonly Span[]): void {
    block.splice(from, found.length, ...by);
    count += countOf(by) - countOf(found);
    blocks.splice(at, many, ...parted(block, most));
  }

  return {
    get count() {
      return count;
    },
    add(span) {
      const place = near(span);
      const { found } = place;
      const start = Math.min(span[0], found[0]?.[0] ?? Infinity);
      const end = Math.max(span[1], found.at(-1)?.[1] ?? 0);
      replace(place, [[start, end]]);
      const met = found.find(([first, last]) => last > span[0] && first < span[1]);
      return met && Math.max(met[0], span[0]);
    },
    remove(span) {
      const [start, end] = span;
      const place = near(span);
      const left = place.found.flatMap(([first, last]): readonly Span[] => [
        [first, Math.min(last, start)],
        [Math.max(first, end), last],
      ]);
      replace(
        place,
        left.filter(([first, last]) => first < last),
      );
      let missing = start;
      for (const [first, last] of place.found) if (first <= missing) missing = Math.max(missing, last);
      return missing < end ? missing : undefined;
    },
  };
}

/** Where spans stand. */
interface Place {
  /** The first of so many blocks that `block` stands for. */
  readonly at: number;
  readonly blocks: number;
  readonly block: Span[];
  /** Where in it the first span that was found stands, or would. */
  readonly from: number;
  readonly found: readonly Span[];
}

/** As blocks that are neither empty nor too long. */
function parted(block: Span[], most: number): readonly Span[][] {
  if (block.length <= most) return block.length === 0 ? [] : [block];
  const half = Math.ceil(most / 2);
  return Array.from({ length: Math.ceil(block.length / half) }, (_, index) =>
    block.slice(index * half, (index + 1) * half),
  );
}
