import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../../ledger/rows/columns.ts';
import type { Tables } from './tables.ts';
import { faultOf, isPassing } from './fault.ts';
import type { PostgresPool } from './pool.ts';

/** A statement, and what it is about. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly recallId?: string;
  /** Ends the patience. */
  readonly signal?: AbortSignal;
  /** So long without an answer, and it is asked again by another connection: the first may be dead for long. */
  readonly attemptMs?: number;
}

/** PostgreSQL as the store sees it. Faults are `LedgerError`s. */
export interface Database {
  readonly tables: Tables;
  readonly pool: PostgresPool;
  /**
   * Asks, and while the server is away asks again, for as long as the patience lasts. Nobody knows of an attempt
   * without an answer whether it was done: every statement must be one that may be done twice.
   */
  readonly ask: (statement: Statement) => Promise<readonly Row[]>;
  /** Asks once. */
  readonly askOnce: (statement: Statement) => Promise<readonly Row[]>;
  /** The same patience for something else. */
  readonly patiently: <T>(
    work: () => Promise<T>,
    about?: Pick<Statement, 'recallId' | 'signal'>,
  ) => Promise<T>;
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

export function databaseOf({ pool, tables, patienceMs }: DatabaseOptions): Database {
  const { schema } = tables;
  const fault = (error: unknown, recallId: string | undefined): unknown =>
    faultOf(error, { schema, ...(recallId !== undefined && { recallId }) });
  const once = async ({ text, values, attemptMs }: Statement): Promise<readonly Row[]> => {
    const answer = pool.query(text, values && [...values]);
    return (await (attemptMs === undefined ? answer : inTime(answer, attemptMs))).rows;
  };

  async function patiently<T>(
    work: () => Promise<T>,
    { recallId, signal }: Pick<Statement, 'recallId' | 'signal'> = {},
  ): Promise<T> {
    const latest = performance.now() + patienceMs;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      try {
        return await work();
      } catch (error) {
        const isOver =
          performance.now() + waitMs > latest || signal?.aborted === true || pool.ending === true;
        if (isOver || !isPassing(error)) throw fault(error, recallId);
      }
      // An abort is met by the next attempt, which is the last one then
      await sleep(waitMs, undefined, signal && { signal }).catch(() => undefined);
    }
  }

  return {
    tables,
    pool,
    patiently,
    ask: (statement) => patiently(() => once(statement), statement),
    async askOnce(statement) {
      try {
        return await once(statement);
      } catch (error) {
        throw fault(error, statement.recallId);
      }
    },
    understand(recallId, read) {
      try {
        return read();
      } catch (error) {
        throw fault(error, recallId);
      }
    },
  };
}

async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const late = sleep(ms, undefined, { signal, ref: false }).then(() => {
    throw new Error(`no answer came in ${ms} ms`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    waiting.abort();
    // Whichever comes second is of no interest any more
    late.catch(() => undefined);
    answer.catch(() => undefined);
  }
}
