import { describe, it, onTestFinished } from 'vitest';
import { CONTRACT_FACTS, ledgerContract, ownerContract } from '../../src/contract/index.ts';
import type { LedgerSubject, OwnedSubject } from '../../src/contract/index.ts';
import type { OwnedRecall, SharedRecallStore } from '../../src/store/recall-store.ts';
import { all, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const { pool, store, newSchema } = postgres();
const ID = CONTRACT_FACTS.recallId;

/** A store with a recall of that very id, which a store does not let anybody choose. */
async function withRecall(): Promise<SharedRecallStore> {
  const schema = newSchema();
  const shared = pool();
  const made = store({ pool: shared, schema });
  const admission = await made.admit({ targets: targets(100) });
  const facts = { ...CONTRACT_FACTS, recallId: admission.recallId };
  await (await admission.create({ facts, settings: {} })).close();
  await shared.query(`SET session_replication_role = replica;
    UPDATE ${schema}.recalls SET id = '${ID}', facts = '${JSON.stringify(CONTRACT_FACTS)}';
    UPDATE ${schema}.standings SET recall = '${ID}';
    UPDATE ${schema}.pages SET recall = '${ID}';
    SET session_replication_role = origin`);
  return made;
}

async function subject(): Promise<LedgerSubject> {
  const made = await withRecall();
  let owner: OwnedRecall | undefined;
  onTestFinished(() => owner?.close());
  return {
    async take() {
      await owner?.close();
      owner = await made.open(ID);
      return owner;
    },
    outcomes: async () => all((await made.read(ID)).outcomes()),
    evidence: async () => all((await made.read(ID)).evidence()),
  };
}

async function ownedSubject(): Promise<OwnedSubject> {
  const made = await withRecall();
  return {
    async take() {
      const owner = await made.open(ID);
      return { letGo: () => owner.close() };
    },
  };
}

describe('the PostgreSQL ledger', () => {
  for (const { holds, check } of ledgerContract) it(holds, () => check(subject));
  for (const { holds, check } of ownerContract) it(holds, () => check(ownedSubject));
});
