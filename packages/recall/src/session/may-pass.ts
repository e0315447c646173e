import { LedgerError } from '../ledger/ledger-error.ts';

/** Whether what ended a session may be gone by itself a moment later, so that the recall is still wanted. */
export const mayPass = (error: unknown): boolean =>
  LedgerError.isInstance(error) && (error.problem === 'unreachable' || error.problem === 'under-way');
