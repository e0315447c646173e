import type { RecallFacts } from '../../summary/facts.ts';
import { LedgerError } from '../../ledger/ledger-error.ts';
import type { RecordedSummary } from '../../ledger/read/recorded-summary.ts';
import { hasLedger, recallFolders, type RecallFolder } from './files/recall-folder.ts';
import { newRecallId } from './files/recall-id.ts';
import type { LedgerSettings, OwnedLedger, RecallReader } from './recall-record.ts';
import { named } from './sqlite/fault.ts';
import { ownLedger } from './store/own-ledger.ts';
import { readRecall, withRecall } from './store/read-recall.ts';
import { forget, sweep } from './store/remove.ts';
import { reserve, type Reservation } from './store/reserve.ts';
import { findRecall, takeRecall } from './store/take-recall.ts';

/** Where ledgers lie. */
export interface LedgersOptions {
  /** Made, for its owner only, when the first recall is. */
  readonly directory: string;
  /** Names a new recall: `r-` and 4 to 32 digits and small letters. At random by default. */
  readonly newId?: () => string;
}

/**
 * The ledgers in a directory, each a SQLite file in a folder of its own. Everything is done when a call returns.
 * All of these throw a {@link LedgerError} that names the folder and says what to do.
 */
export interface Ledgers {
  /** Makes a place for a new recall: input can be spooled there before its facts are known. */
  reserve(): Reservation;
  /** Takes an existing recall, to go on with it. One process at a time can. */
  open(id: string): OwnedLedger;
  /** Reads a recall, also while another process works on it. */
  read(id: string): RecallReader;
  /** All recalls, the newest first. One that cannot be read does not hide the others. */
  list(): readonly ListedRecall[];
  /**
   * Deletes a recall's targets; keeps its record and evidence. It cannot go on after that. Nothing is left of its
   * settings, which may hold targets too, but what `remaining` makes of them.
   */
  forget(id: string, remaining?: (settings: LedgerSettings) => LedgerSettings): void;
  /** Removes what was reserved by processes that died before they created a ledger; tells which. */
  sweep(): readonly string[];
}

/** A recall in a list, or why it cannot be read. */
export type ListedRecall =
  | {
      readonly recallId: string;
      readonly facts: RecallFacts;
      readonly settings: LedgerSettings;
      readonly summary: RecordedSummary;
      readonly forgotten: boolean;
    }
  | { readonly recallId: string; readonly fault: LedgerError };

export function openLedgers({ directory, newId = newRecallId }: LedgersOptions): Ledgers {
  return {
    reserve: () => reserve(directory, newId),
    open(id) {
      const place = findRecall(directory, id);
      return ownLedger(place, takeRecall(place));
    },
    read: (id) => readRecall(findRecall(directory, id)),
    list: () =>
      named({ folder: directory }, () => recallFolders(directory))
        .filter(hasLedger)
        .map(listed)
        .sort(newestFirst),
    forget: (id, remaining = () => ({})) => forget(findRecall(directory, id), remaining),
    sweep: () => sweep(directory),
  };
}

function listed(place: RecallFolder): ListedRecall {
  const { recallId } = place;
  try {
    return withRecall(place, ({ facts, settings, forgotten, summary }) => ({
      ...{ recallId, facts, settings, forgotten },
      summary: summary(),
    }));
  } catch (error) {
    if (LedgerError.isInstance(error)) return { recallId, fault: error };
    throw error;
  }
}

const newestFirst = (one: ListedRecall, other: ListedRecall): number => createdAt(other) - createdAt(one);

const createdAt = (recall: ListedRecall): number => ('facts' in recall ? recall.facts.createdAt : 0);
