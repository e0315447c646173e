export { type ContractCheck } from './contract-check.ts';
export { ledgerContract } from './ledger/ledger-contract.ts';
export { ownerContract } from './ledger/owner-contract.ts';
export { CONTRACT_FACTS, type LedgerSubject, type OwnedSubject } from './ledger/subject.ts';
export { sharedStoreContract, storeContract } from './store/store-contract.ts';
export { type FindPages, type SharedStoreSubject, type StoreSubject } from './store/subject.ts';
