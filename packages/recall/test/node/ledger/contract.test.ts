import { describe, it, onTestFinished } from 'vitest';
import {
  CONTRACT_FACTS,
  ledgerContract,
  ownerContract,
  type LedgerSubject,
  type OwnedSubject,
} from '../../../src/contract/index.ts';
import { openLedgers, type Ledgers, type OwnedLedger } from '../../../src/node/index.ts';
import { temporaryDirectory } from './support/ledgers.ts';

const ID = CONTRACT_FACTS.recallId;

function ledgers(): Ledgers {
  const made = openLedgers({ directory: temporaryDirectory(), newId: () => ID });
  made.reserve().create({ facts: CONTRACT_FACTS, settings: {}, again: false }).close();
  return made;
}

function subject(): LedgerSubject {
  const all = ledgers();
  let owner: OwnedLedger | undefined;
  onTestFinished(() => owner?.close());
  return {
    take: () => {
      owner?.close();
      owner = all.open(ID);
      return Promise.resolve(owner);
    },
    outcomes: () => Promise.resolve([...all.read(ID).outcomes()]),
    evidence: () => Promise.resolve([...all.read(ID).evidence()]),
  };
}

function ownedSubject(): OwnedSubject {
  const all = ledgers();
  return {
    take: () =>
      new Promise((resolve) => {
        const owner = all.open(ID);
        resolve({ letGo: () => owner.close() });
      }),
  };
}

describe('the SQLite ledger', () => {
  for (const { holds, check } of ledgerContract) it(holds, () => check(subject));
  for (const { holds, check } of ownerContract) it(holds, () => check(ownedSubject));
});
