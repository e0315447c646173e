export {
  type OutcomeSink,
  type Recall,
  type RecallEvent,
  type RecallOptions,
  type Settled,
} from './engine/options.ts';
export { type Placed } from './engine/batches/placed.ts';
export { startRecall } from './engine/start-recall.ts';
export { targetsOf, type TargetsOptions } from './intake/targets-of.ts';
export { InputError, type InputErrorFacts } from './intake/input-error.ts';
export {
  type IntakeTotals,
  type Malformed,
  type MalformedReason,
  type Place,
  type TargetChunk,
  type TargetSource,
} from './intake/target-source.ts';
export { noLedger, type Ledger, type LedgerBatch } from './ledger/ledger.ts';
export { type Pacer, type Refusal } from './pace/pacer.ts';
export { steadyPacer, type SteadyPacerOptions } from './pace/steady-pacer.ts';
export {
  type RecallState,
  type RecallSummary,
  type RequestCounts,
  type StopCause,
  type StoppedBy,
  type TargetCounts,
} from './summary/summary.ts';
