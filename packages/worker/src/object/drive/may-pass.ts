import { LedgerError } from '@unpush/recall';

/** Whether it may be gone by itself a moment later. */
export const mayPass = (error: unknown): boolean =>
  LedgerError.isInstance(error) && (error.problem === 'unreachable' || error.problem === 'under-way');
