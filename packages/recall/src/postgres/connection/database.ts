import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../../ledger/rows/columns.ts';
import type { Tables } from '../schema/tables.ts';
import { faultOf, isPassing } from './fault.ts';
import type { PostgresPool } from './pool.ts';

/** A statement, and what it is about. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly recallId?: string;
  /** Ends the patience. */
  readonly signal?: AbortSignal;
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
  const once = async ({ text, values }: Statement): Promise<readonly Row[]> =>
    (await pool.query(text, values && [...values])).rows;

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
        if (isOver || !isPassing(error))
          throw faultOf(error, { schema, ...(recallId !== undefined && { recallId }) });
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
        const { recallId } = statement;
        throw faultOf(error, { schema, ...(recallId !== undefined && { recallId }) });
      }
    },
  };
}
