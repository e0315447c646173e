export { type ContractCheck } from './contract-check.ts';
export { tokenCacheContract } from './token-cache-contract.ts';
