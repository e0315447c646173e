import { LedgerError, type LedgerProblem } from '@unpush/recall';
import { UnexpectedColumn } from '@unpush/recall/store-kit';

const SAFE = 'What is written down already is safe';

/** By the name of SQLite's result code, which stands in the message: the platform gives it nowhere else. */
const BY_RESULT: Readonly<Record<string, readonly [LedgerProblem, string]>> = {
  FULL: [
    'no-room',
    `the storage of this app's object is full (10 GB; on the free plan 5 GB an account). ${SAFE}; delete the targets of recalls that have ended, then resume`,
  ],
  TOOBIG: ['no-room', `a row is larger than this app's object can store. ${SAFE}`],
  CORRUPT: ['damaged', 'the database of this app is damaged. Restore it to an earlier point in time'],
  NOTADB: ['damaged', 'the database of this app is damaged. Restore it to an earlier point in time'],
  CONSTRAINT: [
    'damaged',
    'the rows of this app contradict each other. Restore it to an earlier point in time',
  ],
};

const DAMAGED = 'holds something that this version has not written. Restore it to an earlier point in time';

/** An error of the database as a {@link LedgerError}; any other as it is. */
export function faultOf(error: unknown, recallId?: string): unknown {
  const about = { ...(recallId !== undefined && { recallId }), cause: error };
  if (error instanceof UnexpectedColumn || error instanceof SyntaxError) {
    return new LedgerError(`The database of this app ${DAMAGED}.`, { problem: 'damaged', ...about });
  }
  const result = resultOf(error);
  if (result === undefined) return error;
  const [problem, what] = BY_RESULT[result] ?? [
    'unreachable',
    `SQLite refused (${String(error)}). ${SAFE}; try again, then look at the Worker's log`,
  ];
  return new LedgerError(`Object storage: ${what}.`, { problem, ...about });
}

function resultOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return /\bSQLITE_([A-Z]+)/.exec(error.message)?.[1];
}
