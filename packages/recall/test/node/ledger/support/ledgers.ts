import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CONTRACT_FACTS } from '../../../../src/contract/index.ts';
import { openLedgers, type Ledgers, type OwnedLedger } from '../../../../src/node/index.ts';

/** A directory that goes away with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'unpush-ledger-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Ledgers in a directory of their own, where recalls are called r-0001, r-0002 and so on. */
export function someLedgers(directory: string = temporaryDirectory()): Ledgers {
  let made = 0;
  return openLedgers({ directory, newId: () => `r-${String((made += 1)).padStart(4, '0')}` });
}

/** A new recall of 100 targets, of a notification of its own unless said otherwise. */
export function newRecall(ledgers: Ledgers, { notifyId = 3_114_932, again = false } = {}): OwnedLedger {
  const reservation = ledgers.reserve();
  const { recallId } = reservation;
  const facts = { ...CONTRACT_FACTS, recallId, selector: { notifyId, pushType: 'notification' } };
  const ledger = reservation.create({ facts, settings: { serviceAccount: 'sa.json' }, again });
  onTestFinished(() => ledger.close());
  return ledger;
}
