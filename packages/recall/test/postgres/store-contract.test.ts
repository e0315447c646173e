import { describe, it } from 'vitest';
import { sharedStoreContract, storeContract, type SharedStoreSubject } from '../../src/contract/index.ts';
import type { SharedRecallStore } from '../../src/store/recall-store.ts';
import { postgres } from './support/servers.ts';

const { pool, store, newSchema } = postgres();

/** Short, so that an owner that is replaced hears of it soon. */
const LEASE_MS = 600;

function subject(): SharedStoreSubject {
  const schema = newSchema();
  const shared = pool();
  return {
    open: (pages): Promise<SharedRecallStore> =>
      Promise.resolve(store({ pool: shared, schema, pages, leaseMs: LEASE_MS })),
    // As another process would take them once their owner has been silent, and die of it at once
    async cutOff() {
      await shared.query(`UPDATE ${schema}.leases SET owner = 'another', until = '-infinity';
        UPDATE ${schema}.standings SET owner = 'another', owner_until = '-infinity'`);
    },
  };
}

describe('the store in PostgreSQL', () => {
  for (const { holds, check } of storeContract) it(holds, () => check(subject));
  for (const { holds, check } of sharedStoreContract) it(holds, () => check(subject));
});
