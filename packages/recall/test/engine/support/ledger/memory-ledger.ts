import type { Clock } from '@unpush/core';
import { noLedger, type Ledger } from '../../../../src/ledger/ledger.ts';
import { countOf } from '../../../../src/spans/spans.ts';

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
    ...noLedger,
    entries,
    sending: ({ batch, parent, spans, attempt }) =>
      write(
        `sending ${batch}${parent === undefined ? '' : ` of ${parent}`}: ${countOf(spans)}, attempt ${attempt}`,
      ),
    verdict: ({ batch, record }) => write(`verdict ${batch}: ${record.failure ?? record.advice}`),
    end: async ({ state }) => {
      await write(`end: ${state}`);
      return undefined;
    },
  };
}
