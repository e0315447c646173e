import { LedgerError } from '../../ledger/ledger-error.ts';
import type { Database } from '../connection/database.ts';

/** Nobody knows a recall of that name. */
export const noSuchRecall = ({ tables }: Database, recallId: string): LedgerError =>
  new LedgerError(
    `no recall ${JSON.stringify(recallId.slice(0, 64))} in PostgreSQL, schema ${tables.schema}. List those there are, and check the id and the database.`,
    { problem: 'not-found' },
  );
