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
export { BOM_LENGTH, bomOf } from './intake/bom.ts';
export { inputFault, type InputFault } from './intake/input-fault.ts';
export { RECORD_LIMIT } from './intake/record-limit.ts';
export { dropDuplicates } from './intake/drop-duplicates.ts';
export { sipHashOfBytes, type BytesToHash } from './intake/sip-hash-128.ts';
export { ENTRY_WORDS, findRepeats, HASH_WORDS, tableFor, type RepeatSearch } from './intake/repeats.ts';
export { createListReader } from './intake/list/create-list-reader.ts';
export { type ListReader, type ListReaderOptions } from './intake/list/list-reader.ts';
export { type MetFields } from './intake/json/target-field.ts';
export { InputError, type InputErrorFacts } from './intake/input-error.ts';
export {
  type IntakeTotals,
  type Malformed,
  type MalformedReason,
  type Place,
  type TargetChunk,
  type TargetSource,
} from './intake/target-source.ts';
export {
  noLedger,
  type Concluded,
  type Ledger,
  type LedgerState,
  type OpenBatch,
  type Sending,
  type Session,
  type SessionEnd,
  type SettledSpans,
} from './ledger/ledger.ts';
export { failureOf } from './session/failure-of.ts';
export { mayPass } from './session/may-pass.ts';
export { type AuditNote } from './summary/audit-note.ts';
export { type FileFacts, type InputFacts, type RecallFacts } from './summary/facts.ts';
export { keepLedger, type EvidenceMeans } from './ledger/keep-ledger.ts';
export { LedgerError, type LedgerErrorFacts, type LedgerProblem } from './ledger/ledger-error.ts';
export { memoryLedger, type MemoryLedger } from './ledger/memory-ledger.ts';
export { webEvidence } from './ledger/web-evidence.ts';
export { hashIn } from './ledger/book/chain.ts';
export {
  NEW_STANDING,
  type FinalOutcome,
  type OpenRow,
  type OutcomeRow,
  type Standing,
} from './ledger/book/standing.ts';
export {
  type Awaitable,
  type ChainHead,
  type Change,
  type EvidenceLine,
  type LedgerStorage,
  type Stored,
} from './ledger/book/storage.ts';
export { outcomesOf, type OutcomeParts, type OutcomeSpan } from './ledger/read/outcomes.ts';
export { recordedSummary, type RecordedState, type RecordedSummary } from './ledger/read/recorded-summary.ts';
export { reportLines, type ReportParts } from './report/report-lines.ts';
export { type TextLines } from './report/text-lines.ts';
export { type EvidenceCrypto, type SignedBytes } from './evidence/crypto.ts';
export { evidenceKeyText, readEvidenceKey, type EvidenceKey } from './evidence/evidence-key.ts';
export {
  type EndRecord,
  type EvidenceRecord,
  type HeaderRecord,
  type NotAccepted,
  type ReopenedRecord,
  type SealRecord,
  type SessionRecord,
  type VerdictRecord,
} from './evidence/record.ts';
export { verifyEvidence, type VerifyOptions } from './evidence/verify/verify-evidence.ts';
export { type TargetsToCompare } from './evidence/verify/targets/targets-check.ts';
export {
  type ComparedTargets,
  type EvidenceProblem,
  type EvidenceReport,
  type SignatureReport,
} from './evidence/verify/report.ts';
export { type Span, type Spans } from './spans/spans.ts';
export { createPacer, type PacerOptions } from './pace/create-pacer.ts';
export { createEta, type Eta, type EtaOptions, type EtaProgress } from './pace/eta.ts';
export { type Lane, type Pacer, type Turn, type TurnEnd } from './pace/pacer.ts';
export {
  type RecallState,
  type RecallSummary,
  type RequestCounts,
  type StopCause,
  type StoppedBy,
  type TargetCounts,
} from './summary/summary.ts';
export { type PagedTargets, type PageRequest, type TargetPage } from './store/paged-targets.ts';
export {
  type Admission,
  type AdmitOptions,
  type Lease,
  type ListFilter,
  type OwnedRecall,
  type RecallRecord,
  type RecallStore,
  type RecallToCreate,
  type SharedRecallStore,
  type StoredRecall,
  type Wanted,
} from './store/recall-store.ts';
export {
  type GivenTargets,
  type PagedInput,
  type TargetFile,
  type TargetFiles,
  type TargetFormat,
  type TargetInput,
  type TargetStream,
} from './store/target-input.ts';
