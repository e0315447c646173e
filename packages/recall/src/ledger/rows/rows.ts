import type { FinalOutcome, OpenRow, OutcomeRow, Standing } from '../book/standing.ts';
import { countOf, type Spans } from '../../spans/spans.ts';
import type { RecallState, StoppedBy } from '../../summary/summary.ts';
import { integer, maybeInteger, maybeText, text, type ColumnValue, type Row } from './columns.ts';

// The casts below are of text that toStanding, toOpen and toOutcome have made of those types

export function toStanding(standing: Standing): readonly ColumnValue[] {
  const { nextBatch, settled, requests, state, elapsedMs, stoppedBy } = standing;
  return [
    nextBatch,
    settled.accepted,
    settled.rejected,
    settled.unknown,
    requests.sent,
    requests.retried,
    requests.throttled,
    state,
    standing.startedAt ?? null,
    standing.sessionAt ?? null,
    standing.activeAt ?? null,
    elapsedMs,
    standing.finishedAt ?? null,
    stoppedBy === undefined ? null : JSON.stringify(stoppedBy),
  ];
}

export function standingOf(row: Row | undefined): Standing {
  const count = (column: string): number => integer(row, column);
  const stoppedBy = maybeText(row, 'stopped_by');
  return {
    nextBatch: count('next_batch'),
    settled: { accepted: count('accepted'), rejected: count('rejected'), unknown: count('unknown') },
    requests: { sent: count('sent'), retried: count('retried'), throttled: count('throttled') },
    state: text(row, 'state') as RecallState,
    ...optional('startedAt', maybeInteger(row, 'started_at')),
    ...optional('sessionAt', maybeInteger(row, 'session_at')),
    ...optional('activeAt', maybeInteger(row, 'active_at')),
    elapsedMs: count('elapsed_ms'),
    ...optional('finishedAt', maybeInteger(row, 'finished_at')),
    ...(stoppedBy !== undefined && { stoppedBy: JSON.parse(stoppedBy) as StoppedBy }),
  };
}

export const toOpen = ({
  batch,
  parent,
  spans,
  attempts,
  mayHaveBeenReceived,
  underWay,
  lastCode,
  lastReason,
}: OpenRow): readonly ColumnValue[] => [
  batch,
  parent ?? null,
  JSON.stringify(spans),
  countOf(spans),
  attempts,
  mayHaveBeenReceived ? 1 : 0,
  underWay === undefined ? null : underWay.repeats ? 1 : 0,
  lastCode ?? null,
  lastReason ?? null,
];

export function openOf(row: Row): OpenRow {
  const repeats = maybeInteger(row, 'repeats');
  return {
    batch: integer(row, 'batch'),
    ...optional('parent', maybeInteger(row, 'parent')),
    spans: JSON.parse(text(row, 'spans')) as Spans,
    attempts: integer(row, 'attempts'),
    mayHaveBeenReceived: integer(row, 'may_have_been_received') === 1,
    ...optional('lastCode', maybeText(row, 'last_code')),
    ...optional('lastReason', maybeText(row, 'last_reason')),
    ...(repeats !== undefined && { underWay: { repeats: repeats === 1 } }),
  };
}

export const toOutcome = (row: OutcomeRow): readonly ColumnValue[] => [
  row.start,
  row.end,
  row.outcome,
  row.batch,
  row.code ?? null,
  row.reason ?? null,
  row.requestId ?? null,
];

export const outcomeOf = (row: Row): OutcomeRow => ({
  start: integer(row, 'start'),
  end: integer(row, 'past'),
  outcome: text(row, 'outcome') as FinalOutcome,
  batch: integer(row, 'batch'),
  ...optional('code', maybeText(row, 'code')),
  ...optional('reason', maybeText(row, 'reason')),
  ...optional('requestId', maybeText(row, 'request_id')),
});

function optional<K extends string, V>(key: K, value: V | undefined): Readonly<Partial<Record<K, V>>> {
  // TypeScript makes an index signature of a computed key
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>;
}
