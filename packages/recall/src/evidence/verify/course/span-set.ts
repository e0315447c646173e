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

export function createSpanSet(): SpanSet {
  // Ascending; they neither overlap nor touch
  const spans: Span[] = [];
  let count = 0;

  /** The index of the first span that ends at `position` or later. */
  function indexAt(position: number): number {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((spans[middle]?.[1] ?? Infinity) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the spans stand that overlap or touch this one. */
  function near([start, end]: Span): { readonly from: number; readonly found: readonly Span[] } {
    const from = indexAt(start);
    let to = from;
    while ((spans[to]?.[0] ?? Infinity) <= end) to += 1;
    return { from, found: spans.slice(from, to) };
  }

  function replace(from: number, { found, by }: { found: readonly Span[]; by: readonly Span[] }): void {
    spans.splice(from, found.length, ...by);
    count += countOf(by) - countOf(found);
  }

  return {
    get count() {
      return count;
    },
    add(span) {
      const { from, found } = near(span);
      const start = Math.min(span[0], found[0]?.[0] ?? Infinity);
      const end = Math.max(span[1], found.at(-1)?.[1] ?? 0);
      replace(from, { found, by: [[start, end]] });
      const met = found.find(([first, last]) => last > span[0] && first < span[1]);
      return met && Math.max(met[0], span[0]);
    },
    remove(span) {
      const [start, end] = span;
      const { from, found } = near(span);
      const left = found.flatMap(([first, last]): readonly Span[] => [
        [first, Math.min(last, start)],
        [Math.max(first, end), last],
      ]);
      replace(from, { found, by: left.filter(([first, last]) => first < last) });
      let missing = start;
      for (const [first, last] of found) if (first <= missing) missing = Math.max(missing, last);
      return missing < end ? missing : undefined;
    },
  };
}
