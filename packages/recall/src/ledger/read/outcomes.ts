import type { Outcome } from '@unpush/core';
import type { Span } from '../../spans/spans.ts';
import type { OpenRow, OutcomeRow } from '../book/standing.ts';

/** What became of targets side by side. */
export interface OutcomeSpan {
  readonly span: Span;
  readonly outcome: Outcome;
  /** The vendor's code; `HTTP 502` or the failure where there was none. Of what is open: that of the last answer. */
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

/**
 * What became of every target, by position: those that are settled, those that are open and in doubt or were
 * answered, and between them all others.
 */
export function* outcomesOf({ settled, ...parts }: OutcomeParts): Generator<OutcomeSpan> {
  const telling = tellOutcomes(parts);
  for (const row of settled) yield* telling.upTo(row);
  yield* telling.toEnd();
}

/** The same, told row by row, for rows that come in one after the other. */
export interface Telling {
  /** What comes before this row, and the row itself; rows come by position. */
  upTo(row: OutcomeRow): Generator<OutcomeSpan>;
  /** What comes after the last one. */
  toEnd(): Generator<OutcomeSpan>;
}

export function tellOutcomes({ open, targets }: Omit<OutcomeParts, 'settled'>): Telling {
  const waiting = open
    .flatMap(toldOf)
    .sort((one, other) => one.span[0] - other.span[0])
    .values();
  let next = waiting.next();
  let toldUpTo = 0;

  function* tell(one: OutcomeSpan): Generator<OutcomeSpan> {
    const [start, end] = one.span;
    if (toldUpTo < start) yield { span: [toldUpTo, start], outcome: 'not-attempted' };
    yield one;
    toldUpTo = end;
  }
  function* openBefore(position: number): Generator<OutcomeSpan> {
    for (; next.done !== true && next.value.span[0] < position; next = waiting.next())
      yield* tell(next.value);
  }

  return {
    *upTo(row) {
      yield* openBefore(row.start);
      yield* tell(settledAs(row));
    },
    *toEnd() {
      yield* openBefore(Infinity);
      if (toldUpTo < targets) yield { span: [toldUpTo, targets], outcome: 'not-attempted' };
    },
  };
}

/** What is open tells of itself where it is in doubt, or was answered without being settled. */
function toldOf(row: OpenRow): readonly OutcomeSpan[] {
  const { spans, lastCode: code, lastReason: reason, underWay } = row;
  // The answer to a request that is under way may be another one
  const why =
    underWay === undefined
      ? { ...(code !== undefined && { code }), ...(reason !== undefined && { reason }) }
      : {};
  if (inDoubt(row)) return spans.map((span) => ({ span, outcome: 'unknown', ...why }));
  if (code === undefined && reason === undefined) return [];
  return spans.map((span) => ({ span, outcome: 'not-attempted', ...why }));
}

function settledAs({ start, end, outcome, code, reason, requestId }: OutcomeRow): OutcomeSpan {
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
