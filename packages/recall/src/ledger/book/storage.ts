import type { Spans } from '../../spans/spans.ts';
import type { OpenRow, OutcomeRow, Standing } from './standing.ts';

/** At once, or later. */
export type Awaitable<T> = T | Promise<T>;

/**
 * Where a ledger's rows lie. `keepLedger` decides what is written; a storage only has to write each change
 * as a whole or not at all, and to survive the process.
 */
export interface LedgerStorage {
  /** All that the owner has to know. */
  load(): Awaitable<Stored>;
  /**
   * The rows of outcome `unknown`, by position; or as many as can be opened again at once, the oldest batches first, and
   * each batch whole.
   */
  unknown(): Awaitable<readonly OutcomeRow[]>;
  /** One transaction. */
  commit(change: Change): Awaitable<void>;
}

/** What lies in a storage, but for outcomes and evidence lines, of which there may be millions. */
export interface Stored {
  readonly standing: Standing;
  readonly open: readonly OpenRow[];
  readonly codes: ReadonlyMap<string, number>;
  /** The positions that have their outcome, joined: of millions of rows, mostly one span. */
  readonly settled: Spans;
  /** The last line of the evidence. */
  readonly head?: ChainHead;
}

/** The end of the evidence so far. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** A line of the evidence, without its line feed. */
export interface EvidenceLine {
  readonly seq: number;
  readonly line: string;
}

/** What one step changes. */
export interface Change {
  readonly standing: Standing;
  /** Positions that were in no batch before; they are in one of `put` now. */
  readonly fresh?: Spans;
  /** Open batches that are new or different. */
  readonly put?: readonly OpenRow[];
  /** Batches that close. */
  readonly closed?: readonly number[];
  readonly settled?: readonly OutcomeRow[];
  /** How many targets these codes have decided by now; 0 where none is left. */
  readonly codes?: ReadonlyMap<string, number>;
  /** Up to and with which batch every row of outcome `unknown` is taken out: they are open again. */
  readonly reopenedUpTo?: number;
  readonly lines?: readonly EvidenceLine[];
}
