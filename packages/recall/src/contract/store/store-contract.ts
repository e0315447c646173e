import type { ContractCheck } from '../contract-check.ts';
import { admitChecks } from './admit-checks.ts';
import { createChecks } from './create-checks.ts';
import { listChecks } from './list-checks.ts';
import { storeOwnerChecks } from './owner-checks.ts';
import { runChecks } from './run-checks.ts';
import { sharedChecks } from './shared-checks.ts';
import { sourceChecks } from './source-checks.ts';
import type { SharedStoreSubject, StoreSubject } from './subject.ts';

/** What every `RecallStore` promises. Runs under any test framework. */
export const storeContract: readonly ContractCheck<StoreSubject>[] = [
  ...admitChecks,
  ...sourceChecks,
  ...createChecks,
  ...storeOwnerChecks,
  ...listChecks,
  ...runChecks,
];

/** What a `SharedRecallStore` promises besides. */
export const sharedStoreContract: readonly ContractCheck<SharedStoreSubject>[] = sharedChecks;
