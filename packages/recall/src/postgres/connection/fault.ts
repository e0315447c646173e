import { UnpushError } from '@unpush/core';
import { LedgerError, type LedgerProblem } from '../../ledger/ledger-error.ts';
import { UnexpectedColumn } from '../../ledger/rows/columns.ts';

const SAFE = 'What is written down already is safe';

type Known = readonly [problem: LedgerProblem, what: string];

/** By SQLSTATE, whole or its first two characters: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_STATE: Readonly<Record<string, Known>> = {
  '22': ['unreachable', 'it refuses a value. This is a fault of unpush: report it with the code'],
  '23': ['damaged', 'its rows contradict each other. Restore it from a backup'],
  '25006': ['read-only', `it takes no writes. ${SAFE}; lead the pool to the primary, then resume`],
  '28': ['unreachable', 'it refuses the user or the password. Check the settings of the pool'],
  '3D000': ['unreachable', 'there is no such database. Check the settings of the pool'],
  '3F000': ['unreachable', 'the schema is not there. Run migratePostgres, or leave out migrate: false'],
  '42501': [
    'read-only',
    'the user lacks a permission. Grant it usage and writing on the schema and its tables',
  ],
  '42P01': ['unreachable', 'its tables are not there. Run migratePostgres, or leave out migrate: false'],
  '42703': ['damaged', 'its tables are not as unpush made them. Undo what was changed by hand'],
  '53100': ['no-room', `its disk is full. ${SAFE}; make room, then resume`],
  '53200': ['unreachable', `it is out of memory. ${SAFE}; try again`],
  '53300': ['unreachable', `it has too many connections. ${SAFE}; make the pools smaller, then resume`],
  '57014': [
    'unreachable',
    `it ended a statement that took too long. ${SAFE}; raise statement_timeout, then resume`,
  ],
  XX001: ['damaged', 'its files are damaged. Restore it from a backup'],
  XX002: ['damaged', 'an index is damaged. Run REINDEX, then resume'],
};

const NO_CONNECTION: Known = [
  'unreachable',
  `it cannot be reached. ${SAFE}; check that it runs and the settings of the pool, then resume`,
];

/** Where a fault was met. */
export interface Place {
  /** Quoted. */
  readonly schema: string;
  readonly recallId?: string;
}

/**
 * An error of PostgreSQL or of the way to it as a {@link LedgerError}; one of the program as it is. The server's own
 * words stay in the cause: they can hold what was to be written.
 */
export function faultOf(error: unknown, { schema, recallId }: Place): unknown {
  if (LedgerError.isInstance(error)) return error;
  const known = knownAs(error);
  if (known === undefined) return error;
  const [problem, what] = known;
  const state = stateOf(error);
  return new LedgerError(
    `PostgreSQL, schema ${schema}: ${what}${state === undefined ? '' : ` (SQLSTATE ${state})`}.`,
    { problem, cause: error, ...(recallId !== undefined && { recallId }) },
  );
}

function knownAs(error: unknown): Known | undefined {
  if (error instanceof UnexpectedColumn || nameIn(error) === 'SyntaxError')
    return ['damaged', 'a row is not as unpush wrote it. Restore it from a backup'];
  const state = stateOf(error);
  if (state === undefined) return isOfConnection(error) ? NO_CONNECTION : undefined;
  return (
    BY_STATE[state] ??
    BY_STATE[state.slice(0, 2)] ??
    (isOfConnection(error) ? NO_CONNECTION : ['unreachable', `it refused. ${SAFE}; see the cause`])
  );
}

/** The SQLSTATE that a server gave. */
export function stateOf(error: unknown): string | undefined {
  // Not by its class: under Jest the driver's errors come from another realm than the program's
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  if (typeof error.code !== 'string') return undefined;
  // Codes of the system, such as EPIPE, can have five letters as well; those of a server come with its severity
  return /^[0-9A-Z]{5}$/.test(error.code) && 'severity' in error ? error.code : undefined;
}

/** Those that mean the server is starting, ending, full or replaced; 25006 is met at one that was just replaced. */
const PASSING = /^(?:08...|57P0[1235]|53300|25006|40001|40P01|55P03)$/;

/**
 * Whether it is worth trying again in a moment. What comes without a SQLSTATE is not of the server but of the way to
 * it: connections that are refused, reset, or not had in time. The driver has no codes for most of those.
 */
export function isPassing(error: unknown): boolean {
  const state = stateOf(error);
  return state === undefined ? isOfConnection(error) : PASSING.test(state);
}

function isOfConnection(error: unknown): boolean {
  const state = stateOf(error);
  if (state !== undefined) return /^(?:08|57P0)/.test(state);
  if (error instanceof UnexpectedColumn || UnpushError.isInstance(error)) return false;
  const name = nameIn(error);
  return name !== undefined && !OF_A_PROGRAM.has(name);
}

/** What errors in a program are called; the driver's are not. */
const OF_A_PROGRAM: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
]);

/** What an error calls itself, of whatever realm. */
function nameIn(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error) || !('name' in error))
    return undefined;
  return typeof error.name === 'string' ? error.name : undefined;
}
