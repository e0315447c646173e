import type { Row } from '../../ledger/rows/columns.ts';
import { inTime, type Limit } from './in-time.ts';
import type { PostgresPool } from './pool.ts';

/** Asks on one connection. */
export type Say = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * Takes a connection for as long as the work takes; each answer has to come within the limit. After a failure the
 * connection is thrown away: one that does not answer would be dead to the next as well, and a pool whose connections
 * are all waiting for such answers gives none to anybody.
 */
export async function withConnection<T>(
  pool: PostgresPool,
  limit: Limit,
  work: (say: Say) => Promise<T>,
): Promise<T> {
  const connection = await inTime(pool.connect(), limit, (late) => late.release());
  let broken: Error | undefined;
  // Between two questions nobody else would hear that it is lost, and what nobody hears ends the process
  const onError = (error: Error): void => void (broken = error);
  connection.on?.('error', onError);
  try {
    return await work(
      async (text, values) => (await inTime(connection.query(text, values && [...values]), limit)).rows,
    );
  } catch (error) {
    // What it is given back with only says that it is not whole
    broken ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    connection.release(broken);
    connection.off?.('error', onError);
  }
}
