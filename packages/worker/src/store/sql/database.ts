import { integer, type Row } from '@unpush/recall/store-kit';
import { faultOf } from './fault.ts';
import { checkRowSize } from './row-size.ts';

/** The database of an object. What it refuses is thrown as a `LedgerError`. */
export interface Database {
  rows(query: string, ...values: SqlStorageValue[]): readonly Row[];
  first(query: string, ...values: SqlStorageValue[]): Row | undefined;
  /** Row by row, for there may be millions. To be read through before anything else is awaited. */
  each(query: string, ...values: SqlStorageValue[]): Iterable<Row>;
  run(query: string, ...values: SqlStorageValue[]): void;
  /** Writes, and says how many rows were changed. */
  change(query: string, ...values: SqlStorageValue[]): number;
  /** Does all of it or, if it throws, nothing. */
  together<T>(work: () => T): T;
  /** Reads what was found: what cannot be understood is thrown as damage. */
  understand<T>(recallId: string | undefined, read: () => T): T;
}

export function databaseOf(storage: DurableObjectStorage): Database {
  const { sql } = storage;
  const understand = <T>(recallId: string | undefined, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw faultOf(error, recallId);
    }
  };
  const named = <T>(work: () => T): T => understand(undefined, work);
  const run: Database['run'] = (query, ...values) => {
    checkRowSize(values);
    named(() => sql.exec(query, ...values));
  };
  return {
    run,
    change(query, ...values) {
      run(query, ...values);
      return named(() => integer(sql.exec('SELECT changes() AS changed').one(), 'changed'));
    },
    rows: (query, ...values) => named(() => sql.exec(query, ...values).toArray()),
    first: (query, ...values) => named(() => sql.exec(query, ...values).toArray()[0]),
    *each(query, ...values) {
      const cursor = named(() => sql.exec(query, ...values));
      for (;;) {
        const next = named(() => cursor.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
    together: (work) => named(() => storage.transactionSync(work)),
    understand,
  };
}
