import type { Row } from '../../ledger/rows/columns.ts';

/** What answers to SQL. */
export interface PostgresQueries {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly Row[] }>;
}

/**
 * A pool of connections, as `pg` makes one: `new Pool({ connectionString })`. It is the caller's, and is never ended
 * here.
 */
export interface PostgresPool extends PostgresQueries {
  /** One connection, until it is released. */
  connect(): Promise<PostgresConnection>;
  /** Told of a connection that is lost while nobody uses it. */
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
  /** Whether it takes no more work, as far as it tells. */
  readonly ending?: boolean;
}

/** A connection out of a pool. */
export interface PostgresConnection extends PostgresQueries {
  /** Gives it back; with an error it is thrown away. */
  release(error?: Error): void;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
}
