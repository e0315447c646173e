// Run as a process of its own: begins a recall in the directory that is named, and says what came of it.
import { CONTRACT_FACTS } from '../../../../src/contract/index.ts';
import { LedgerError } from '../../../../src/ledger/ledger-error.ts';
import { openLedgers } from '../../../../src/node/index.ts';

const reservation = openLedgers({ directory: process.argv[2] ?? '' }).reserve();
try {
  const facts = { ...CONTRACT_FACTS, recallId: reservation.recallId };
  reservation.create({ facts, settings: {}, again: false });
  process.stdout.write('created\n');
} catch (error) {
  reservation.discard();
  process.stdout.write(LedgerError.isInstance(error) ? `${error.problem}\n` : String(error));
}
