import type { Clock } from '@unpush/core';
import type { Ledger } from '../../../src/ledger/ledger.ts';

/** A ledger that writes down what it is told, in words, and takes `writeMs` for each entry. */
export interface MemoryLedger extends Ledger {
  readonly entries: readonly string[];
}

export function memoryLedger(clock: Clock, { writeMs = 0 }: { writeMs?: number } = {}): MemoryLedger {
  const entries: string[] = [];
  const write = async (entry: string): Promise<void> => {
    if (writeMs > 0) await clock.sleep(writeMs);
    entries.push(entry);
  };
  return {
    entries,
    sending: ({ id, parent, placed }, attempt) =>
      write(
        `sending ${id}${parent === undefined ? '' : ` of ${parent}`}: ${placed.batch.count}, attempt ${attempt}`,
      ),
    verdict: ({ id }, { advice, failure }) => write(`verdict ${id}: ${failure ?? advice}`),
    close: ({ state }) => write(`close: ${state}`),
  };
}
