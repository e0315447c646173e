import { LedgerError } from '../../ledger/ledger-error.ts';
import type { Database } from '../connection/database.ts';

/** Nobody knows a recall of that name. */
export const noSuchRecall = ({ tables }: Pick<Database, 'tables'>, recallId: string): LedgerError =>
  new LedgerError(
    `no recall ${JSON.stringify(recallId.slice(0, 64))} in PostgreSQL, schema ${tables.schema}. List those there are, and check the id and the database.`,
    { problem: 'not-found' },
  );

/** Its owner has not been able to say that it lives. */
export const silentFor = (recallId: string, ms: number): LedgerError =>
  new LedgerError(
    `PostgreSQL did not answer for ${ms} ms, so another process may have recall ${recallId} by now, and this one sends nothing more of it. What is written down already is safe; check the database and the way to it, then resume.`,
    { problem: 'unreachable', recallId },
  );

export const forgottenRecall = (recallId: string): LedgerError =>
  new LedgerError(
    `recall ${recallId} cannot go on: its targets were deleted. Its record and evidence are still there. Begin a new recall with the list of targets.`,
    { problem: 'forgotten', recallId },
  );

export const underWay = (recallId: string): LedgerError =>
  new LedgerError(
    `recall ${recallId} is under way in another process. Wait for its end, or stop it. If that process has died, it is free in some seconds.`,
    { problem: 'under-way', recallId },
  );
