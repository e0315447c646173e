import { LedgerError } from '../../ledger/ledger-error.ts';
import type { Ledgers } from '../ledger/open-ledgers.ts';

/** The same ledgers, in words for a program: keys and commands are for a person before the command line. */
export function forPrograms(ledgers: Ledgers): Ledgers {
  return {
    ...ledgers,
    open: (id) => reworded(() => ledgers.open(id)),
    forget: (id, remaining) => reworded(() => ledgers.forget(id, remaining)),
  };
}

function reworded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!LedgerError.isInstance(cause) || cause.problem !== 'under-way') throw cause;
    const { recallId = '', folder } = cause;
    throw new LedgerError(
      `recall ${recallId} is under way in another process. Wait for its end, or stop it in that process.`,
      { problem: 'under-way', recallId, ...(folder !== undefined && { folder }), cause },
    );
  }
}
