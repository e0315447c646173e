import type { RecallFacts } from '../../summary/facts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OutcomeSpan } from '../../ledger/read/outcomes.ts';
import type { RecordedSummary } from '../../ledger/read/recorded-summary.ts';

/** What the program needs to go on with a recall: a JSON object. Paths of secrets may be in it, secrets not. */
export type LedgerSettings = Readonly<Record<string, unknown>>;

/** A ledger that this process owns, until it closes it or dies. */
export interface OwnedLedger extends Ledger, Disposable {
  readonly recallId: string;
  readonly facts: RecallFacts;
  readonly settings: LedgerSettings;
  /** For input that can be read only once. */
  readonly spoolDirectory: string;
  saveSettings(settings: LedgerSettings): void;
  /** Lets go of the recall, so that another process can take it. */
  close(): void;
}

/** Reads the record of a recall, also while its owner goes on with it. */
export interface RecallReader extends Disposable {
  readonly recallId: string;
  readonly facts: RecallFacts;
  readonly settings: LedgerSettings;
  /** Whether its targets were deleted. */
  readonly forgotten: boolean;
  readonly spoolDirectory: string;
  readonly summary: () => RecordedSummary;
  /** How many of its unknown targets are in open batches: they are sent again as soon as it goes on. */
  readonly inDoubt: () => number;
  /** What became of every target, by position, as it stood at one moment. */
  readonly outcomes: () => Iterable<OutcomeSpan>;
  /** The evidence line by line, without line feeds, as it stood at one moment. */
  readonly evidence: () => Iterable<string>;
  /** The key of the digests in the evidence: 32 bytes. */
  readonly evidenceKey: () => Uint8Array;
  readonly close: () => void;
}
