import type { Outcome } from '@unpush/core';
import type { Span } from '../../spans/spans.ts';
import type { OpenRow, OutcomeRow } from '../book/standing.ts';

/** What became of targets side by side. */
export interface OutcomeSpan {
  readonly span: Span;
  readonly outcome: Outcome;
  /** The vendor's code; `HTTP 502` or the failure where there was none. */
  readonly code?: string;
  /** The vendor's words, with secrets and whole tokens masked. */
  readonly reason?: string;
  readonly requestId?: string;
}

/** What outcomes are told from. */
export interface OutcomeParts {
  /** By position. */
  readonly settled: Iterable<OutcomeRow>;
  readonly open: readonly OpenRow[];
  /** How many targets the input holds. */
  readonly targets: number;
}

/** What became of every target, by position: those that are settled, those in doubt, and between them all others. */
export function* outcomesOf({ settled, open, targets }: OutcomeParts): Generator<OutcomeSpan> {
  const doubtful = open.filter(inDoubt).flatMap(({ spans }) => spans);
  let toldUpTo = 0;
  for (const one of inOrder(settled, doubtful)) {
    const [start, end] = one.span;
    if (toldUpTo < start) yield { span: [toldUpTo, start], outcome: 'not-attempted' };
    yield one;
    toldUpTo = end;
  }
  if (toldUpTo < targets) yield { span: [toldUpTo, targets], outcome: 'not-attempted' };
}

function* inOrder(settled: Iterable<OutcomeRow>, doubtful: readonly Span[]): Generator<OutcomeSpan> {
  const waiting = doubtful.toSorted(([one], [other]) => one - other).values();
  let next = waiting.next();
  for (const row of settled) {
    for (; next.done !== true && next.value[0] < row.start; next = waiting.next()) yield unknown(next.value);
    yield told(row);
  }
  for (; next.done !== true; next = waiting.next()) yield unknown(next.value);
}

const unknown = (span: Span): OutcomeSpan => ({ span, outcome: 'unknown' });

function told({ start, end, outcome, code, reason, requestId }: OutcomeRow): OutcomeSpan {
  return {
    span: [start, end],
    outcome,
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** Whether nobody knows if the vendor has received it: then nobody knows either what became of its targets. */
export const inDoubt = ({ mayHaveBeenReceived, underWay }: OpenRow): boolean =>
  mayHaveBeenReceived || underWay !== undefined;
