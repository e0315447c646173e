import { areSpans, countOf, sameSpans, withoutSpans } from '../../spans/spans.ts';
import type { Sending } from '../ledger.ts';
import type { Book } from './book.ts';
import type { OpenRow, Standing } from './standing.ts';
import type { Change } from './storage.ts';

/**
 * A request is about to leave: with a batch that is open, or with a new one, out of another one or out of the
 * input. New batches are numbered before they wait for their turn, so they may be written in any order.
 */
export function sendingChange(book: Book, sending: Sending): Change {
  const { batch, attempt, spans } = sending;
  const standing = standingWith(book.standing, sending);
  const underWay = { repeats: sending.repeats };
  const known = book.open.get(batch);
  if (known !== undefined) {
    if (known.underWay) throw new Error(`batch ${batch} has a request without a verdict already`);
    if (!sameSpans(known.spans, spans)) throw new Error(`batch ${batch} holds other targets than are sent`);
    return { standing, put: [{ ...known, attempts: attempt, underWay }] };
  }
  if (!Number.isSafeInteger(batch) || batch < 1) {
    throw new Error(`a batch cannot have the number ${batch}: the first one is 1`);
  }
  if (spans.length === 0 || !areSpans(spans)) {
    throw new Error(`batch ${batch} needs targets, by ascending spans that neither overlap nor touch`);
  }
  const row = { batch, spans, attempts: attempt, underWay };
  if (sending.parent !== undefined) return { standing, ...carve(book, row, sending.parent) };
  if (book.covered.overlaps(spans)) {
    throw new Error(`batch ${batch} holds targets that were in another batch before`);
  }
  return { standing, put: [{ ...row, mayHaveBeenReceived: false }], fresh: spans };
}

/** Takes a new batch out of an open one; other batches out of it may be under way. */
function carve(
  book: Book,
  row: Omit<OpenRow, 'mayHaveBeenReceived'>,
  parent: number,
): Pick<Change, 'put' | 'closed'> {
  const from = book.open.get(parent);
  if (from === undefined) throw new Error(`batch ${parent} cannot be divided: it is not open`);
  if (from.underWay) throw new Error(`batch ${parent} cannot be divided: its request has no verdict yet`);
  const left = withoutSpans(from.spans, row.spans);
  if (countOf(left) + countOf(row.spans) !== countOf(from.spans)) {
    throw new Error(`batch ${row.batch} holds targets that are not in batch ${parent}`);
  }
  const { mayHaveBeenReceived, lastCode, lastReason } = from;
  const carved = {
    ...row,
    parent,
    mayHaveBeenReceived,
    ...(lastCode !== undefined && { lastCode }),
    ...(lastReason !== undefined && { lastReason }),
  };
  return left.length === 0
    ? { put: [carved], closed: [parent] }
    : { put: [carved, { ...from, spans: left }] };
}

function standingWith(before: Standing, { batch, at, repeats }: Sending): Standing {
  const { requests, nextBatch } = before;
  return {
    ...before,
    nextBatch: Math.max(nextBatch, batch + 1),
    requests: { ...requests, sent: requests.sent + 1, retried: requests.retried + (repeats ? 1 : 0) },
    activeAt: at,
  };
}
