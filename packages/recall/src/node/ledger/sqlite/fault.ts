import { LedgerError, type LedgerProblem } from '../../../ledger/ledger-error.ts';
import { UnexpectedColumn } from '../../../ledger/rows/columns.ts';

const SAFE = 'What is written down already is safe';

/** By SQLite's primary result code: https://www.sqlite.org/rescode.html */
const BY_RESULT: Readonly<Record<number, readonly [LedgerProblem, string]>> = {
  3: ['read-only', 'no permission to use it. Run as the user who made it, or change its permissions'],
  5: ['unreachable', `another process holds it for too long. ${SAFE}; try again`],
  8: ['read-only', `it cannot be written to. ${SAFE}; make it writable, then resume`],
  10: [
    'unreachable',
    `the disk could not read or write. ${SAFE}; check the disk and its free space, then resume`,
  ],
  11: [
    'damaged',
    'its file is damaged. Restore it from a copy; the report and evidence exported before still hold',
  ],
  13: ['no-room', `the disk is full. ${SAFE}; make room, then resume`],
  14: ['unreachable', 'its file cannot be opened. Check the path and its permissions'],
  19: ['damaged', 'its rows contradict each other. Restore it from a copy'],
  26: ['damaged', 'its file is no ledger: something else was written over it. Restore it from a copy'],
};

/** The same for the system's own codes, met where folders and files are made. */
const BY_SYSTEM: Readonly<Record<string, number>> = {
  ENOSPC: 13,
  EDQUOT: 13,
  EROFS: 8,
  EACCES: 3,
  EPERM: 3,
  ENOTDIR: 14,
  ENOENT: 14,
  EIO: 10,
  EEXIST: 14,
};

/** Does it, and gives an error of SQLite or the system a message that names the folder and says what to do. */
export function named<T>(place: { readonly folder: string; readonly recallId?: string }, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw faultOf(error, place);
  }
}

/** An error of SQLite or the system as a {@link LedgerError}; any other as it is. */
export function faultOf(
  error: unknown,
  place: { readonly folder: string; readonly recallId?: string },
): unknown {
  const result = resultOf(error);
  if (result === undefined) return error;
  const [problem, what] = BY_RESULT[result] ?? [
    'unreachable',
    `SQLite refused (${String(error)}). ${SAFE}; check the disk, then resume`,
  ];
  return new LedgerError(`ledger ${place.folder}: ${what}.`, { ...place, problem, cause: error });
}

/** SQLite's primary result code for it. */
export function resultOf(error: unknown): number | undefined {
  if (error instanceof UnexpectedColumn || error instanceof SyntaxError) return 11;
  // Not by its class: under Jest the system's errors come from another realm than the program's
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return 'errno' in error && typeof error.code === 'string' ? BY_SYSTEM[error.code] : undefined;
}
