import type { TargetSource } from '../../intake/target-source.ts';
import type { Admission, AdmitOptions, OwnedRecall, RecallStore } from '../../store/recall-store.ts';
import type { TargetInput } from '../../store/target-input.ts';
import { openLedgers, type LedgersOptions } from '../ledger/open-ledgers.ts';
import type { OwnedLedger } from '../ledger/recall-record.ts';
import { admission } from './admission.ts';
import { forPrograms } from './for-programs.ts';
import { createHoldings } from './holdings.ts';
import { keptIn, readKept, toSettings } from './kept-recall.ts';
import { listRecalls } from './list-recalls.ts';
import { ownedRecall } from './owned-recall.ts';
import { promised } from '../../store/promised.ts';
import { recallRecord, wantedIn } from './recall-record.ts';
import { reopenTargets } from './reopen-targets.ts';
import { keepTargets } from './targets/keep-targets.ts';

/**
 * Keeps recalls in a directory, each in a folder of its own that only its owner can read: for one machine. Several
 * processes can use it, and a recall has one of them at a time as its owner; what the command line has made there
 * can be listed and read as well, but only the command line goes on with it.
 *
 * Files are read where they lie, and must stay as they are until the recall is finished. Whatever else targets come
 * from is kept in the folder, in constant memory. What is wanted of a recall can only be said while no other process
 * works on it.
 *
 * @throws LedgerError by all its methods, where the directory cannot be used or the recall is not there.
 *
 * @example
 * ```ts
 * await using store = directoryStore({ directory: '/var/lib/shop/recalls' });
 * await using admission = await store.admit({ targets: tokens });
 * admission.input.totals; // { read: 3200000, malformed: 2, duplicate: 1410 }
 * ```
 */
export function directoryStore(options: LedgersOptions): RecallStore {
  const ledgers = forPrograms(openLedgers(options));
  const holdings = createHoldings();

  function own(ledger: OwnedLedger, source: TargetSource): OwnedRecall {
    const { recallId } = ledger;
    const owned = ownedRecall({ ledger, source, close: () => letGo() });
    const letGo = holdings.hold(recallId, { owned, letGo: () => ledger.close() });
    return owned;
  }

  async function admit(input: TargetInput, reading: AdmitOptions = {}): Promise<Admission> {
    holdings.assertOpen();
    reading.signal?.throwIfAborted();
    ledgers.sweep();
    const reservation = ledgers.reserve();
    const { recallId, spoolDirectory } = reservation;
    const discard = holdings.hold(recallId, { letGo: () => reservation.discard() });
    try {
      const targets = await keepTargets(input, { ...reading, spoolDirectory });
      holdings.assertOpen();
      return admission({ reservation, targets, discard, own: (ledger) => own(ledger, targets.input.source) });
    } catch (error) {
      discard();
      throw error;
    }
  }

  async function open(recallId: string): Promise<OwnedRecall> {
    holdings.assertOpen();
    const ledger = ledgers.open(recallId);
    try {
      const { facts, spoolDirectory } = ledger;
      const source = await reopenTargets({
        ...{ facts, spoolDirectory },
        kept: readKept(recallId, ledger.settings),
      });
      holdings.assertOpen();
      return own(ledger, source);
    } catch (error) {
      ledger.close();
      throw error;
    }
  }

  const close = (): Promise<void> => promised(() => holdings.close());
  return {
    admit,
    open,
    read: (recallId) =>
      promised(() => {
        const wanted = () => {
          using now = ledgers.read(recallId);
          return wantedIn(now);
        };
        return recallRecord({ reader: ledgers.read(recallId), wanted });
      }),
    list: (filter) => promised(() => listRecalls(ledgers, filter)),
    want: async (recallId, wanted) => {
      const owned = holdings.owned(recallId);
      if (owned !== undefined) return owned.want(wanted);
      using ledger = ledgers.open(recallId);
      ledger.saveSettings(toSettings({ ...readKept(recallId, ledger.settings), wanted }));
    },
    forget: (recallId) =>
      promised(() =>
        ledgers.forget(recallId, (settings) => {
          const kept = keptIn(settings);
          // The places of files are of no use any more, and what they are called is in the facts
          return kept === undefined ? {} : toSettings({ ...kept, wanted: 'stop', files: [] });
        }),
      ),
    close,
    [Symbol.asyncDispose]: close,
  };
}
