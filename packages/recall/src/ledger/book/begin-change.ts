import { countOf, joinSpans, type Spans } from '../../spans/spans.ts';
import type { ReopenedRecord, SessionRecord } from '../../evidence/record.ts';
import type { Session } from '../ledger.ts';
import type { Book } from './book.ts';
import type { OpenRow, OutcomeRow, Standing } from './standing.ts';
import type { Change } from './storage.ts';

/** What a session finds when it begins, beside the change that this makes. */
export interface Begun {
  readonly change: Change;
  readonly records: readonly (SessionRecord | ReopenedRecord)[];
}

/** A line of them takes less than half a megabyte, at two numbers of ten digits each. A row has its limit. */
const SPANS_A_RECORD = 20_000;

/**
 * A session begins: what an earlier one let go without living to see the answer is open again, and so is what
 * `unknown` holds, with one batch for each that came to that end. Of a batch it holds all such rows or none, and of
 * those before it as well.
 */
export function beginChange(book: Book, { at, askedBy }: Session, unknown: readonly OutcomeRow[]): Begun {
  const lost = [...book.open.values()]
    .filter(({ underWay }) => underWay !== undefined)
    .sort((one, other) => one.batch - other.batch);
  const reopened = reopen(book.standing, unknown);
  const codes = new Map<string, number>();
  for (const { code, start, end } of unknown) {
    if (code === undefined) continue;
    codes.set(code, (codes.get(code) ?? book.codes.get(code) ?? 0) - (end - start));
  }
  const all = joinSpans(reopened.map((row) => row.spans));
  const [spans, ...further] = portionsOf(all);
  const time = new Date(at).toISOString();
  const session: SessionRecord = {
    type: 'session',
    at: time,
    ...(lost.length > 0 && {
      lost: lost.map(({ batch, attempts, spans: targets }) => ({ batch, attempt: attempts, targets })),
    }),
    ...(spans && { reopened: spans }),
    ...(askedBy !== undefined && { askedBy }),
  };
  return {
    change: {
      standing: standingAt(book.standing, { at, reopened, targets: countOf(all) }),
      put: [...lost.map(openAgain), ...reopened],
      codes,
      ...(unknown.length > 0 && { reopenedUpTo: lastBatchOf(unknown) }),
    },
    records: [session, ...further.map((targets) => ({ type: 'reopened' as const, at: time, targets }))],
  };
}

const lastBatchOf = (rows: readonly OutcomeRow[]): number =>
  rows.reduce((last, { batch }) => Math.max(last, batch), 0);

const portionsOf = (spans: Spans): readonly Spans[] =>
  Array.from({ length: Math.ceil(spans.length / SPANS_A_RECORD) }, (_, index) =>
    spans.slice(index * SPANS_A_RECORD, (index + 1) * SPANS_A_RECORD),
  );

function openAgain(row: OpenRow): OpenRow {
  const { batch, parent, spans, attempts } = row;
  // Nobody has seen the last answer, so an earlier one explains nothing
  return {
    batch,
    ...(parent !== undefined && { parent }),
    spans,
    attempts,
    mayHaveBeenReceived: true,
  };
}

function reopen({ nextBatch }: Standing, unknown: readonly OutcomeRow[]): readonly OpenRow[] {
  const byBatch = new Map<number, Spans[]>();
  for (const { batch, start, end } of unknown) {
    const group = byBatch.get(batch);
    if (group) group.push([[start, end]]);
    else byBatch.set(batch, [[[start, end]]]);
  }
  return [...byBatch.values()].map((group, index) => ({
    batch: nextBatch + index,
    spans: joinSpans(group),
    attempts: 0,
    mayHaveBeenReceived: true,
  }));
}

interface Reopening {
  readonly at: number;
  readonly reopened: readonly OpenRow[];
  /** How many they have all in all. */
  readonly targets: number;
}

function standingAt(before: Standing, { at, reopened, targets }: Reopening): Standing {
  const { nextBatch, settled, requests, startedAt } = before;
  return {
    nextBatch: nextBatch + reopened.length,
    settled: targets === 0 ? settled : { ...settled, unknown: settled.unknown - targets },
    requests,
    state: 'running',
    startedAt: startedAt ?? at,
    sessionAt: at,
    elapsedMs: elapsedOf(before),
  };
}

/** How long all sessions took. Of one that never ended, only the time up to its last request is known. */
export function elapsedOf({ state, sessionAt, activeAt, elapsedMs }: Standing): number {
  if (state !== 'running' || sessionAt === undefined || activeAt === undefined) return elapsedMs;
  return elapsedMs + Math.max(0, activeAt - sessionAt);
}
