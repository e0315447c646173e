import type { OutcomeSpan } from '../ledger/read/outcomes.ts';
import type { Span } from '../spans/spans.ts';

/** Tells what became of the targets from one position to another; they are asked for in order. */
export interface SpansFrom {
  within(asked: Span): Promise<readonly OutcomeSpan[]>;
  /** Lets go of what they are read from: a ledger stays open for as long as it is read. */
  close(): Promise<void>;
}

/** Cuts outcomes where they are asked for. What the record does not speak of was never in a request. */
export function spansFrom(outcomes: Iterable<OutcomeSpan> | AsyncIterable<OutcomeSpan>): SpansFrom {
  const iterator =
    Symbol.iterator in outcomes ? outcomes[Symbol.iterator]() : outcomes[Symbol.asyncIterator]();
  let current: OutcomeSpan | undefined;
  let isDone = false;

  async function advance(): Promise<void> {
    const step = iterator.next();
    // What is there already is not waited for: there may be millions
    const result = 'then' in step ? await step : step;
    isDone = result.done === true;
    current = result.done === true ? undefined : result.value;
  }

  return {
    async within([start, end]) {
      const parts: OutcomeSpan[] = [];
      let at = start;
      while (at < end) {
        while (!isDone && (current === undefined || current.span[1] <= at)) await advance();
        const first = Math.min(current?.span[0] ?? end, end);
        if (at < first) parts.push({ span: [at, first], outcome: 'not-attempted' });
        at = Math.max(at, first);
        const last = Math.min(current?.span[1] ?? at, end);
        if (current !== undefined && at < last) parts.push({ ...current, span: [at, last] });
        at = Math.max(at, last);
      }
      return parts;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
