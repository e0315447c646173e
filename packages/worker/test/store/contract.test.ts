import {
  CONTRACT_FACTS,
  ledgerContract,
  ownerContract,
  storeContract,
  type LedgerSubject,
  type OwnedSubject,
  type StoreSubject,
} from '@unpush/recall/contract';
import { describe, it } from 'vitest';
import { createRecall } from '../../src/store/recalls/create-recall.ts';
import { createOwners } from '../../src/store/recalls/owners.ts';
import { noteAdmission } from '../support/recall-store/admissions.ts';
import { openRecallStore } from '../support/recall-store/open-recall-store.ts';
import { databaseOf } from '../../src/store/sql/database.ts';
import { gathered } from './support/gathered.ts';
import { inObject } from './support/in-object.ts';

const ID = CONTRACT_FACTS.recallId;

/** A store with the recall of the contract, of whose targets none is ever read. */
async function withRecall(storage: DurableObjectStorage): Promise<void> {
  await storage.deleteAll(); // some checks make two, one after the other
  openRecallStore(storage).lists.begin(ID, { format: 'txt', dedupe: true });
  const recall = { facts: CONTRACT_FACTS, settings: {} };
  const database = databaseOf(storage);
  noteAdmission(database, ID);
  createRecall(database, createOwners(), recall);
}

async function ledgerSubject(storage: DurableObjectStorage): Promise<LedgerSubject> {
  await withRecall(storage);
  const record = () => openRecallStore(storage).read(ID);
  return {
    // Another object, whose predecessor is gone with what it had in mind
    take: () => openRecallStore(storage).open(ID),
    outcomes: async () => gathered((await record()).outcomes()),
    evidence: async () => gathered((await record()).evidence()),
  };
}

async function ownedSubject(storage: DurableObjectStorage): Promise<OwnedSubject> {
  await withRecall(storage);
  const store = openRecallStore(storage);
  return {
    async take() {
      const owned = await store.open(ID);
      return { letGo: () => owned.close() };
    },
  };
}

function storeSubject(storage: DurableObjectStorage): StoreSubject {
  const owners = createOwners();
  return {
    open: () => Promise.resolve(openRecallStore(storage, { owners })),
    formats: ['txt', 'ndjson'],
  };
}

describe("the ledger in an object's database", () => {
  for (const { holds, check } of ledgerContract) {
    it(holds, () => inObject((storage) => check(() => ledgerSubject(storage))));
  }
  for (const { holds, check } of ownerContract) {
    it(holds, () => inObject((storage) => check(() => ownedSubject(storage))));
  }
});

describe("the store in an object's database", () => {
  for (const { holds, check } of storeContract) {
    it(holds, () => inObject((storage) => check(() => storeSubject(storage))));
  }
});
