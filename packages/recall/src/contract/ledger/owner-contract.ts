import { LedgerError } from '../../ledger/ledger-error.ts';
import { mustEqual, type ContractCheck } from '../contract-check.ts';
import type { OwnedSubject } from './subject.ts';

type Make = () => OwnedSubject | Promise<OwnedSubject>;

/** What a ledger promises that several processes can reach. Runs under any test framework. */
export const ownerContract: readonly ContractCheck<OwnedSubject>[] = [
  { holds: 'has one owner at a time', check: oneOwner },
  { holds: 'can be taken when its owner has let go', check: nextOwner },
];

async function oneOwner(make: Make): Promise<void> {
  const subject = await make();
  const owner = await subject.take();
  const refusal: unknown = await subject.take().catch((error: unknown) => error);
  mustEqual(LedgerError.isInstance(refusal) && [refusal.problem, refusal.recallId], [
    'under-way',
    'r-0123456789',
  ]);
  await owner.letGo();
}

async function nextOwner(make: Make): Promise<void> {
  const subject = await make();
  await (await subject.take()).letGo();
  await (await subject.take()).letGo();
}
