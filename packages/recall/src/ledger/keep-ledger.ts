import { headerRecord } from '../evidence/header-record.ts';
import type { EvidenceRecord } from '../evidence/record.ts';
import { beginChange } from './book/begin-change.ts';
import { bookOf, takeOver, type Book } from './book/book.ts';
import { chain } from './book/chain.ts';
import { inTurn } from './book/in-turn.ts';
import { endOf } from './book/records.ts';
import { sendingChange } from './book/sending-change.ts';
import type { OpenRow, OutcomeRow } from './book/standing.ts';
import type { Awaitable, Change, ChainHead, LedgerStorage } from './book/storage.ts';
import { verdictChange } from './book/verdict-change.ts';
import type { RecallFacts } from '../summary/facts.ts';
import type { Ledger, LedgerState, OpenBatch, Session, SessionEnd } from './ledger.ts';

/** What evidence is made with. */
export interface EvidenceMeans {
  /** What the recall is about: the header. */
  readonly facts: RecallFacts;
  /** SHA-256 of a text as UTF-8, in hexadecimal. */
  readonly sha256: (text: string) => Awaitable<string>;
  /** HMAC-SHA256 under the recall's key, in hexadecimal, over all these parts, one behind the other. */
  readonly digest: (parts: readonly Uint8Array[]) => Awaitable<string>;
}

/** A session that has begun. */
interface Keeping {
  readonly book: Book;
  /** Whether the recall was finished, and nothing of it is tried again: its evidence is sealed and stays so. */
  readonly isSealed: boolean;
  head: ChainHead | undefined;
}

/**
 * A ledger over a place to store its rows, with evidence if there are means for it. What is in mind follows what
 * is stored: a step that cannot be written has not happened.
 */
export function keepLedger(storage: LedgerStorage, evidence?: EvidenceMeans): Ledger {
  const take = inTurn();
  let keeping: Keeping | undefined;

  const current = (): Keeping => {
    if (keeping === undefined) throw new Error('the ledger was not begun');
    return keeping;
  };
  const write = async (to: Keeping, change: Change, records: readonly EvidenceRecord[]): Promise<void> => {
    const chained = evidence && records.length > 0 && (await chain(records, to.head, evidence.sha256));
    await storage.commit(chained ? { ...change, lines: chained.lines } : change);
    takeOver(to.book, change);
    if (chained) to.head = chained.head;
  };

  const beginAnew = async (
    begun: Keeping,
    { session, unknown }: { readonly session: Session; readonly unknown: readonly OutcomeRow[] },
  ): Promise<void> => {
    const { change, records } = beginChange(begun.book, session, unknown);
    const first = begun.head === undefined && evidence ? [headerRecord(evidence.facts)] : [];
    await write(begun, change, [...first, ...records]);
  };

  return {
    ...(evidence && { digest: evidence.digest }),
    begin: (session) =>
      take(async () => {
        const stored = await storage.load();
        const unknown = session.retryUnknown ? await storage.unknown() : [];
        const isSealed = stored.standing.state === 'finished' && unknown.length === 0;
        const begun: Keeping = { book: bookOf(stored), head: stored.head, isSealed };
        if (!isSealed) await beginAnew(begun, { session, unknown });
        keeping = begun;
        return stateOf(begun.book, session.at);
      }),
    sending: (sending) =>
      take(async () => {
        const to = current();
        if (to.isSealed) throw new Error('the recall is finished: nothing of it can be sent any more');
        await write(to, sendingChange(to.book, sending), []);
      }),
    verdict: (concluded) =>
      take(async () => {
        const to = current();
        await write(to, verdictChange(to.book, concluded), concluded.keptBack ? [] : [concluded.record]);
      }),
    end: (ended) =>
      take(async () => {
        const to = current();
        if (!to.isSealed) await write(to, endChange(to.book, ended), [endOf(ended)]);
        return to.head?.hash;
      }),
  };
}

function stateOf({ standing, open, codes, covered }: Book, at: number): LedgerState {
  const { nextBatch, settled, requests, startedAt, elapsedMs } = standing;
  return {
    covered: covered.spans(),
    nextBatch,
    open: openBatches(open.values()),
    settled,
    codes: Object.fromEntries(codes),
    requests,
    startedAt: startedAt ?? at,
    elapsedMs,
  };
}

const openBatches = (rows: Iterable<OpenRow>): readonly OpenBatch[] =>
  [...rows]
    .map(({ batch, spans, mayHaveBeenReceived }) => ({ batch, spans, mayHaveBeenReceived }))
    .sort((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0));

function endChange({ standing }: Book, { at, state, summary }: SessionEnd): Change {
  const { stoppedBy, elapsedMs } = summary;
  return {
    standing: {
      ...standing,
      state,
      elapsedMs,
      finishedAt: at,
      ...(stoppedBy !== undefined && { stoppedBy }),
    },
  };
}
