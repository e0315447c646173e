import type { OpenBatch } from '../../ledger/ledger.ts';
import type { Span } from '../../spans/spans.ts';
import type { Placed } from './placed.ts';
import { joinStretches, type Stretch } from './stretch.ts';

/** An open batch of an earlier session, with its targets. */
export interface Gathered {
  readonly placed: Placed;
  readonly from: OpenBatch;
}

/** Puts open batches of earlier sessions together again as their targets are read. */
export interface Gatherer {
  /** Takes what it needs of the targets from `first` up to, not including, `end`; returns what is complete now. */
  take(within: Span, cut: (span: Span) => Stretch): readonly Gathered[];
  /** Whether targets are still missing. */
  readonly isWaiting: boolean;
}

interface Gathering {
  readonly from: OpenBatch;
  readonly stretches: Stretch[];
  /** The spans that have not been met yet. */
  left: readonly Span[];
}

/** @param open - by first position. */
export function gather(open: readonly OpenBatch[]): Gatherer {
  let waiting: readonly Gathering[] = open.map((from) => ({ from, stretches: [], left: from.spans }));
  return {
    get isWaiting() {
      return waiting.length > 0;
    },
    take([, end], cut) {
      const complete: Gathered[] = [];
      for (const each of waiting) {
        // Not by what is left of it: that may lie behind what another one has yet to begin
        if ((each.from.spans[0]?.[0] ?? 0) >= end) break;
        meet(each, { end, cut });
        if (each.left.length === 0) complete.push({ placed: joinStretches(each.stretches), from: each.from });
      }
      if (complete.length > 0) waiting = waiting.filter(({ left }) => left.length > 0);
      return complete;
    },
  };
}

function meet(each: Gathering, { end, cut }: { end: number; cut: (span: Span) => Stretch }): void {
  for (let next = each.left[0]; next !== undefined && next[0] < end; next = each.left[0]) {
    const [start, stop] = next;
    const until = Math.min(stop, end);
    each.stretches.push(cut([start, until]));
    each.left = until === stop ? each.left.slice(1) : [[until, stop], ...each.left.slice(1)];
  }
}
