import type { Malformed, OutcomeSpan, Span, TargetChunk, TargetSource } from '@unpush/recall';
import type { Lines } from '../../output/lines.ts';

/** What a report is made of: what became of whom, and the list of targets read once more. */
export interface ReportParts {
  /** By position. */
  readonly outcomes: Iterable<OutcomeSpan>;
  readonly source: TargetSource;
  /** A line for accepted targets as well. */
  readonly all: boolean;
}

/** The lines of a report, in the order of the list: what a target is told of, its position in the ledger says. */
export async function* reportLines({ outcomes, source, all }: ReportParts): AsyncGenerator<Lines> {
  const spans = outcomes[Symbol.iterator]();
  const from = spansFrom(spans);
  let position = 0;
  try {
    for await (const chunk of source.read()) {
      const { malformed, targets } = chunk;
      if (malformed.length > 0) yield linesOf(malformed.map(describeMalformed));
      const end = position + targets.count;
      for (const part of from([position, end])) {
        if (part.outcome !== 'accepted' || all) yield describePart(chunk, part, position);
      }
      position = end;
    }
  } finally {
    // A ledger stays open for as long as it is read
    spans.return?.();
  }
}

const linesOf = (lines: readonly string[]): Lines => ({ text: lines.join(''), count: lines.length });

/**
 * What became of the targets from one position to another; they are asked for in order. What the record does not
 * speak of was never in a request.
 */
function spansFrom(iterator: Iterator<OutcomeSpan>): (asked: Span) => Iterable<OutcomeSpan> {
  let current = iterator.next();
  return function* ([start, end]) {
    let at = start;
    while (at < end) {
      while (current.done !== true && current.value.span[1] <= at) current = iterator.next();
      const known = current.done === true ? undefined : current.value;
      const first = Math.min(known?.span[0] ?? end, end);
      if (at < first) yield { span: [at, first], outcome: 'not-attempted' };
      at = Math.max(at, first);
      const last = Math.min(known?.span[1] ?? at, end);
      if (known !== undefined && at < last) yield { ...known, span: [at, last] };
      at = Math.max(at, last);
    }
  };
}

function describePart({ targets, place }: TargetChunk, part: OutcomeSpan, before: number): Lines {
  const { span, outcome, code, reason, requestId } = part;
  const [start, end] = [span[0] - before, span[1] - before];
  return linesOf(
    targets
      .slice(start, end)
      .targets()
      .map((target, index) => {
        const source = place?.(start + index);
        return `${JSON.stringify({ target, outcome, code, reason, requestId, source })}\n`;
      }),
  );
}

const describeMalformed = ({ text, reason, place }: Malformed): string =>
  `${JSON.stringify({ target: text, outcome: 'malformed', reason, source: place })}\n`;
