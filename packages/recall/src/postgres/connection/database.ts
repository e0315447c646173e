import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerError } from '../../ledger/ledger-error.ts';
import type { Row } from '../../ledger/rows/columns.ts';
import type { Tables } from './tables.ts';
import { faultOf, isPassing } from './fault.ts';
import type { Limit } from './in-time.ts';
import type { PostgresPool } from './pool.ts';
import { withConnection, type Say } from './with-connection.ts';

/** A statement, and what it is about. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly recallId?: string;
  /** Ends the patience. */
  readonly signal?: AbortSignal;
  /** So long without an answer, and it is asked again by another connection: the first may be dead for long. */
  readonly attemptMs?: number;
  /** Instead of that of the store. */
  readonly patienceMs?: number;
  /** Hears of each attempt before it is made. */
  readonly onAttempt?: () => void;
}

/** What patience depends on. */
export type Patience = Pick<Statement, 'recallId' | 'signal' | 'attemptMs' | 'patienceMs'>;

/** PostgreSQL as the store sees it. Faults are `LedgerError`s. */
export interface Database {
  readonly tables: Tables;
  /**
   * Asks, and while the server is away asks again, for as long as the patience lasts. Nobody knows of an attempt
   * without an answer whether it was done: every statement must be one that may be done twice.
   */
  readonly ask: (statement: Statement) => Promise<readonly Row[]>;
  /** Asks once. */
  readonly askOnce: (statement: Statement) => Promise<readonly Row[]>;
  /**
   * The same patience for several questions on one connection, asked from the first one on after a failure. Nothing
   * in between may wait for whoever reads, or for another connection: the pool may have no more of them.
   */
  readonly together: <T>(work: (say: Say) => Promise<T>, about?: Patience) => Promise<T>;
  /** From now on the patience is short, also that of what is being asked; then that is why. */
  readonly hurry: (why: LedgerError) => void;
  /** Makes sense of rows; those that have none are a `LedgerError`. */
  readonly understand: <T>(recallId: string | undefined, read: () => T) => T;
}

export interface DatabaseOptions {
  readonly pool: PostgresPool;
  readonly tables: Tables;
  readonly patienceMs: number;
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 1000;

/**
 * A statement has half of the patience that is left, so that there is some for another connection; but not less than
 * this, which also is what one attempt has where there is no patience.
 */
const LEAST_ATTEMPT_MS = 5000;

/** How long letting go may take. What is not let go of is free by itself a little later. */
const CLOSING_MS = 3000;

/** The patience for what is let go of. */
export const IN_CLOSING = { patienceMs: CLOSING_MS, attemptMs: CLOSING_MS / 2 } as const;

export function databaseOf({ pool, tables, patienceMs: usual }: DatabaseOptions): Database {
  const { schema } = tables;
  const over = new AbortController();
  const fault = (error: unknown, recallId: string | undefined): unknown =>
    faultOf(error, { schema, ...(recallId !== undefined && { recallId }) });

  async function patiently<T>(
    work: (limit: Limit) => Promise<T>,
    { recallId, signal, attemptMs = Infinity, patienceMs = usual }: Patience,
  ): Promise<T> {
    const latest = performance.now() + patienceMs;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      const half = Math.max((latest - performance.now()) / 2, LEAST_ATTEMPT_MS);
      try {
        return await work({ ms: Math.min(attemptMs, half), signal: over.signal });
      } catch (error) {
        if (!isPassing(error)) throw fault(error, recallId);
        over.signal.throwIfAborted();
        const isOver =
          performance.now() + waitMs > latest || signal?.aborted === true || pool.ending === true;
        if (isOver) throw fault(error, recallId);
      }
      // An abort is met by the next attempt, which is the last one then
      const ends = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
      await sleep(waitMs, undefined, { signal: ends }).catch(() => undefined);
    }
  }

  const ask = (statement: Statement): Promise<readonly Row[]> =>
    patiently((limit) => {
      statement.onAttempt?.();
      return withConnection(pool, limit, (say) => say(statement.text, statement.values));
    }, statement);

  return {
    tables,
    ask,
    askOnce: (statement) => ask({ ...statement, patienceMs: 0 }),
    together: (work, about = {}) => patiently((limit) => withConnection(pool, limit, work), about),
    hurry: (why) => void setTimeout(() => over.abort(why), CLOSING_MS).unref(),
    understand(recallId, read) {
      try {
        return read();
      } catch (error) {
        throw fault(error, recallId);
      }
    },
  };
}
