import { describe, it } from 'vitest';
import { storeContract, type StoreSubject } from '../../../src/contract/index.ts';
import { directoryStore } from '../../../src/node/index.ts';
import { temporaryDirectory } from '../ledger/support/ledgers.ts';

function subject(): StoreSubject {
  const directory = temporaryDirectory();
  return { open: () => Promise.resolve(directoryStore({ directory })) };
}

describe('the store of a directory', () => {
  for (const { holds, check } of storeContract) it(holds, () => check(subject));
});
