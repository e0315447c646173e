import { countOf, joinSpans, sameSpans } from '../../spans/spans.ts';
import type { VerdictRecord } from '../../evidence/record.ts';
import type { Concluded, SettledSpans } from '../ledger.ts';
import type { Book } from './book.ts';
import { leaveRest } from './leave-rest.ts';
import type { OpenRow, OutcomeRow, Standing } from './standing.ts';
import type { Change } from './storage.ts';

/** What came of a request. */
export function verdictChange(book: Book, concluded: Concluded): Change {
  const { batch, rest, returned, mayHaveBeenReceived, throttled } = concluded;
  const { underWay, ...row } = rowUnderWay(book, concluded);
  if (concluded.keptBack) {
    // What never left takes no doubt away
    const inDoubt = row.mayHaveBeenReceived || mayHaveBeenReceived;
    const left = { ...row, attempts: row.attempts - 1, mayHaveBeenReceived: inDoubt };
    return {
      standing: { ...book.standing, requests: withoutRequest(book.standing, underWay) },
      ...leaveRest(book, left, { returned }),
    };
  }
  const { requests } = book.standing;
  const settled = { ...book.standing.settled };
  const codes = new Map<string, number>();
  for (const { outcome, spans, code } of concluded.settled) {
    const targets = countOf(spans);
    settled[outcome] += targets;
    if (code === undefined) continue;
    codes.set(code, (codes.get(code) ?? book.codes.get(code) ?? 0) + targets);
  }
  return {
    standing: {
      ...book.standing,
      settled,
      requests: throttled ? { ...requests, throttled: requests.throttled + 1 } : requests,
    },
    ...leaveRest(book, leftOpen({ ...row, spans: rest, mayHaveBeenReceived }, concluded.record), {
      returned,
    }),
    settled: concluded.settled.flatMap((group) => rowsOf(group, batch)),
    codes,
  };
}

/** What is left of a batch, with the answer that did not settle it. One that accepted is no reason. */
function leftOpen(left: OpenRow, { advice, code, httpStatus, failure, message }: VerdictRecord): OpenRow {
  if (advice === 'done') return left;
  const { batch, parent, spans, attempts, mayHaveBeenReceived } = left;
  const lastCode = code ?? (httpStatus === undefined ? failure : `HTTP ${httpStatus}`);
  return {
    batch,
    ...(parent !== undefined && { parent }),
    spans,
    attempts,
    mayHaveBeenReceived,
    ...(lastCode !== undefined && { lastCode }),
    ...(message !== undefined && { lastReason: message }),
  };
}

type RowUnderWay = OpenRow & Required<Pick<OpenRow, 'underWay'>>;

function rowUnderWay(book: Book, { batch, attempt, settled, rest, keptBack }: Concluded): RowUnderWay {
  const row = book.open.get(batch);
  if (row?.underWay === undefined || row.attempts !== attempt) {
    throw new Error(`batch ${batch} has no request ${attempt} under way`);
  }
  const [first] = settled;
  const parts =
    settled.length === 1 && first !== undefined && rest.length === 0
      ? first.spans
      : joinSpans([...settled.map(({ spans }) => spans), rest]);
  if (!keptBack && !sameSpans(parts, row.spans)) {
    throw new Error(`the verdict on batch ${batch} is about other targets than it holds`);
  }
  return { ...row, underWay: row.underWay };
}

const withoutRequest = (
  { requests }: Standing,
  { repeats }: RowUnderWay['underWay'],
): Standing['requests'] => ({
  ...requests,
  sent: requests.sent - 1,
  retried: requests.retried - (repeats ? 1 : 0),
});

const rowsOf = ({ spans, ...why }: SettledSpans, batch: number): readonly OutcomeRow[] =>
  spans.map(([start, end]) => ({ start, end, batch, ...why }));
