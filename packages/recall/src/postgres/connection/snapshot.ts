import type { Row } from '../../ledger/rows/columns.ts';
import type { Database, Statement } from './database.ts';
import { faultOf } from './fault.ts';

/** Asks within a reading. */
export type Ask = (statement: Statement) => Promise<readonly Row[]>;

/**
 * A long reading of everything as it stood at one moment, on a connection of its own. It is given back when the
 * reading ends, also where whoever reads stops early.
 */
export async function* snapshot<T>(
  { pool, tables, patiently }: Database,
  recallId: string,
  read: (ask: Ask) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const connection = await patiently(() => pool.connect(), { recallId });
  let broken: Error | undefined;
  // Between two questions nobody else would hear that it is lost
  const onError = (error: Error): void => void (broken = error);
  connection.on?.('error', onError);
  const ask: Ask = async ({ text, values }) => {
    try {
      return (await connection.query(text, values && [...values])).rows;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw faultOf(error, { schema: tables.schema, recallId });
    }
  };
  try {
    await ask({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' });
    yield* read(ask);
  } catch (error) {
    // Whatever was read may make no sense
    throw faultOf(error, { schema: tables.schema, recallId });
  } finally {
    if (broken === undefined) await ask({ text: 'COMMIT' }).catch(() => undefined);
    connection.off?.('error', onError);
    connection.release(broken);
  }
}
