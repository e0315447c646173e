import { joinSpans } from '../spans/spans.ts';
import { hashIn } from './book/chain.ts';
import { bookOf, takeOver } from './book/book.ts';
import { NEW_STANDING, type OutcomeRow } from './book/standing.ts';
import type { ChainHead, LedgerStorage, Stored } from './book/storage.ts';
import { keepLedger, type EvidenceMeans } from './keep-ledger.ts';
import type { Ledger } from './ledger.ts';
import { outcomesOf, type OutcomeSpan } from './read/outcomes.ts';

/** A ledger that lives as long as the program. */
export interface MemoryLedger extends Ledger {
  /** What became of every target, by position. */
  outcomes(): Iterable<OutcomeSpan>;
  /** The evidence so far, line by line; nothing where no means for it were given. */
  evidence(): readonly string[];
}

/**
 * Keeps the record of a recall in memory: for tests, and for recalls that are short enough to be begun anew.
 * {@link Ledger.begin} may be called again, as by a process that takes over from one that is gone.
 */
export function memoryLedger(evidence?: EvidenceMeans): MemoryLedger {
  const book = bookOf({ standing: NEW_STANDING, open: [], codes: new Map(), settled: [] });
  const settled = new Map<number, OutcomeRow>();
  const lines: string[] = [];
  let head: ChainHead | undefined;

  const byPosition = (): readonly OutcomeRow[] =>
    [...settled.values()].sort((one, other) => one.start - other.start);

  const storage: LedgerStorage = {
    load: (): Stored => ({
      standing: book.standing,
      open: [...book.open.values()],
      codes: new Map(book.codes),
      settled: joinSpans([byPosition().map(({ start, end }) => [start, end])]),
      ...(head && { head }),
    }),
    unknown: () => byPosition().filter(({ outcome }) => outcome === 'unknown'),
    commit(change) {
      takeOver(book, change);
      const { reopenedUpTo = 0 } = change;
      for (const { start, outcome, batch } of settled.values())
        if (outcome === 'unknown' && batch <= reopenedUpTo) settled.delete(start);
      for (const row of change.settled ?? []) settled.set(row.start, row);
      for (const { seq, line } of change.lines ?? []) {
        lines.push(line);
        head = { seq, hash: hashIn(line) };
      }
    },
  };
  const { totals } = evidence?.facts.input ?? {};
  return {
    ...keepLedger(storage, evidence),
    outcomes: () =>
      outcomesOf({
        settled: byPosition(),
        open: [...book.open.values()],
        targets: totals
          ? totals.read - totals.malformed - totals.duplicate
          : (book.covered.spans().at(-1)?.[1] ?? 0),
      }),
    evidence: () => [...lines],
  };
}
