import { LedgerError } from '../../ledger/ledger-error.ts';
import type { Wanted } from '../../store/recall-store.ts';
import type { InputFile } from '../intake/input-file.ts';
import { isOfStore, STORE } from '../ledger/made-by-store.ts';
import type { LedgerSettings } from '../ledger/recall-record.ts';

/** What the store needs to go on with a recall, around what its caller needs: it lies in the ledger's settings. */
export interface KeptRecall {
  /** As the caller gave them. */
  readonly settings: LedgerSettings;
  readonly wanted: Wanted;
  /** Its lists, each with the place where its bytes lie. Empty once they were forgotten. */
  readonly files: readonly InputFile[];
}

/** As it is written down. The format of the command line is another one. */
export const toSettings = (kept: KeptRecall): LedgerSettings => ({
  keptBy: STORE,
  format: 'store-1',
  ...kept,
});

/** What is written down of a recall that a store has made; `undefined` where something else has made it. */
export function keptIn(settings: LedgerSettings): KeptRecall | undefined {
  // Only the function above writes this, from that type
  return isOfStore(settings) ? (settings as unknown as KeptRecall) : undefined;
}

/** What is written down, for whoever wants to work on it. Throws a {@link LedgerError} where something else has made it. */
export function readKept(recallId: string, settings: LedgerSettings): KeptRecall {
  const kept = keptIn(settings);
  if (kept !== undefined) return kept;
  throw new LedgerError(
    `recall ${recallId} was made by the command line or another program, which alone knows how to go on with it. Nothing was changed. If it was begun by unpush revoke, go on with it by:\n  unpush recalls resume ${recallId}`,
    { problem: 'unreachable', recallId },
  );
}
