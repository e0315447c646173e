import type { ContractCheck } from '../contract-check.ts';
import { carvingChecks } from './carving-checks.ts';
import { crashChecks } from './crash-checks.ts';
import { evidenceChecks } from './evidence-checks.ts';
import { sendingChecks } from './sending-checks.ts';
import type { LedgerSubject } from './subject.ts';
import { verdictChecks } from './verdict-checks.ts';

/** What every `Ledger` promises that keeps evidence. Runs under any test framework. */
export const ledgerContract: readonly ContractCheck<LedgerSubject>[] = [
  ...sendingChecks,
  ...carvingChecks,
  ...verdictChecks,
  ...evidenceChecks,
  ...crashChecks,
];
