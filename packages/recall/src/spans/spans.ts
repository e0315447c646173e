/**
 * Targets from `start` up to, not including, `end`, by their position in the input: the first well-formed target
 * that is no duplicate has position 0, the next one 1, whatever stood between them.
 */
export type Span = readonly [start: number, end: number];

/** Ascending spans that neither overlap nor touch. */
export type Spans = readonly Span[];

/** How many targets they hold. */
export const countOf = (spans: Spans): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** The spans of ascending positions. */
export function spansOf(positions: Iterable<number>): Spans {
  const spans: [number, number][] = [];
  for (const position of positions) {
    const last = spans.at(-1);
    if (last?.[1] === position) last[1] = position + 1;
    else spans.push([position, position + 1]);
  }
  return spans;
}

/** The position of the target at `index`, counted from 0 through all spans; `undefined` beyond them. */
export function positionAt(spans: Spans, index: number): number | undefined {
  let left = index;
  for (const [start, end] of spans) {
    if (left < end - start) return start + left;
    left -= end - start;
  }
  return undefined;
}

/** The targets from index `from` up to, not including, `to`, counted through all spans. */
export function sliceSpans(spans: Spans, from: number, to: number): Spans {
  const sliced: Span[] = [];
  let before = 0;
  for (const [start, end] of spans) {
    const first = Math.max(start, start + from - before);
    const last = Math.min(end, start + to - before);
    if (first < last) sliced.push([first, last]);
    before += end - start;
  }
  return sliced;
}

/** What is in `spans` and not in `taken`. */
export function withoutSpans(spans: Spans, taken: Spans): Spans {
  const left: Span[] = [];
  let index = 0;
  for (const [start, end] of spans) {
    let from = start;
    while ((taken[index]?.[1] ?? Infinity) <= from) index += 1;
    for (let next = index; ; next += 1) {
      const [takenStart, takenEnd] = taken[next] ?? [Infinity, Infinity];
      if (takenStart >= end) break;
      if (takenStart > from) left.push([from, takenStart]);
      from = Math.max(from, takenEnd);
    }
    if (from < end) left.push([from, end]);
  }
  return left;
}

/** All of them, in order. None of them may overlap. */
export function joinSpans(all: Iterable<Spans>): Spans {
  const sorted = [...all].flat().sort(([one], [other]) => one - other);
  const joined: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = joined.at(-1);
    if (last?.[1] === start) last[1] = end;
    else joined.push([start, end]);
  }
  return joined;
}

/** Whether both hold the same targets. */
export const sameSpans = (ones: Spans, others: Spans): boolean =>
  ones.length === others.length &&
  ones.every(([start, end], index) => others[index]?.[0] === start && others[index][1] === end);

/** Whether they keep what {@link Spans} promises: ascending positions that neither overlap nor touch. */
export const areSpans = (spans: Spans): boolean =>
  spans.every(
    ([start, end], index) =>
      Number.isSafeInteger(start) &&
      Number.isSafeInteger(end) &&
      start > (spans[index - 1]?.[1] ?? -1) &&
      start < end,
  );
