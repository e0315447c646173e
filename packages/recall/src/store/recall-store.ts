import type { Malformed, TargetSource } from '../intake/target-source.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OutcomeSpan } from '../ledger/read/outcomes.ts';
import type { RecordedSummary } from '../ledger/read/recorded-summary.ts';
import type { Spans } from '../spans/spans.ts';
import type { InputFacts, RecallFacts } from '../summary/facts.ts';
import type { TargetInput } from './target-input.ts';

/**
 * The port for a place that keeps recalls: their targets (or where to read them), their ledgers and their evidence.
 * What goes wrong with the place itself rejects with a `LedgerError`, and what is wrong with targets with an
 * `InputError`.
 */
export interface RecallStore extends AsyncDisposable {
  /** Reads targets through once, and keeps what is needed to read them again. Nothing is begun yet. */
  admit(input: TargetInput, options?: AdmitOptions): Promise<Admission>;
  /** Takes a recall to work on it. One owner at a time can: rejects with `under-way` while another has it. */
  open(recallId: string): Promise<OwnedRecall>;
  /** Reads a recall, also while somebody works on it. */
  read(recallId: string): Promise<RecallRecord>;
  /** The newest first. */
  list(filter?: ListFilter): Promise<readonly StoredRecall[]>;
  /** Says what is wanted of a recall, whoever works on it. */
  want(recallId: string, wanted: Wanted): Promise<void>;
  /** Deletes a recall's targets; keeps its record, settings and evidence. It cannot go on after that. */
  forget(recallId: string): Promise<void>;
  /** Lets go of everything that this store holds; recalls that are owned through it are closed. */
  close(): Promise<void>;
}

/** A store that several processes work on at once. */
export interface SharedRecallStore extends RecallStore {
  /** The targets at these positions, in their order. How another process sends what it knows by place only. */
  targetsAt(recallId: string, spans: Spans): Promise<readonly string[]>;
  /** Takes what one process at a time can have, for as long as it lives; `undefined` while another has it. */
  lease(name: string): Promise<Lease | undefined>;
}

/** Something that one process has at a time. It is lost when the process dies, or cannot say for long that it lives. */
export interface Lease extends AsyncDisposable {
  /** Aborts when it is lost. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Whether somebody should work on a recall: what is to `run` and is not finished is taken up by whoever can. */
export type Wanted = 'run' | 'stop';

/** How targets are read. */
export interface AdmitOptions {
  /** Whether a target that was met before is dropped and counted. True unless said otherwise. */
  readonly dedupe?: boolean;
  readonly signal?: AbortSignal;
}

/** Targets that were read, of a recall that is not made yet. They are gone unless it is created. */
export interface Admission extends AsyncDisposable {
  readonly recallId: string;
  /** What was read: for the facts of the recall. */
  readonly input: InputFacts;
  /** The first ten pieces that are no targets. */
  readonly firstMalformed: readonly Malformed[];
  /**
   * Makes the recall, owned by this process. Rejects with `exists` where an unfinished one takes back the same
   * notification, unless it is to be begun `again`.
   */
  create(recall: RecallToCreate): Promise<OwnedRecall>;
  /** Removes what was kept. Does nothing once the recall is created. */
  discard(): Promise<void>;
}

/** What a recall is made with. */
export interface RecallToCreate {
  /** With the `recallId` and `input` of its admission. */
  readonly facts: RecallFacts;
  /** What the program needs to go on with it: JSON without secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Default `run`. */
  readonly wanted?: Wanted;
  readonly again?: boolean;
}

/** A recall that this process owns, until it closes it or dies. */
export interface OwnedRecall extends Ledger, AsyncDisposable {
  readonly recallId: string;
  readonly facts: RecallFacts;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Its targets. Reading makes sure that they are still the same. */
  readonly source: TargetSource;
  /** Aborts when somebody else has taken it: nothing can be written any more. */
  readonly lost: AbortSignal;
  wanted(): Promise<Wanted>;
  want(wanted: Wanted): Promise<void>;
  saveSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Lets go of the recall, so that another process can take it. */
  close(): Promise<void>;
}

/** The record of a recall. */
export interface RecallRecord extends AsyncDisposable {
  readonly recallId: string;
  readonly facts: RecallFacts;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether its targets were deleted. */
  readonly forgotten: boolean;
  /** The key of the digests in the evidence: 32 bytes. */
  readonly evidenceKey: Uint8Array;
  /**
   * Its targets, for a report; throws `forgotten` where they were deleted. A long list may have to be read through
   * first, which `signal` ends.
   */
  source(options?: { readonly signal?: AbortSignal }): Promise<TargetSource>;
  wanted(): Promise<Wanted>;
  summary(): Promise<RecordedSummary>;
  /** What became of every target, by position, as it stood at one moment. */
  outcomes(): AsyncIterable<OutcomeSpan>;
  /** The evidence line by line, without line feeds, as it stood at one moment. */
  evidence(): AsyncIterable<string>;
  close(): Promise<void>;
}

/** Which recalls are listed. */
export interface ListFilter {
  readonly wanted?: Wanted;
  /** By whether they have come to their end. */
  readonly finished?: boolean;
  /** The most that are listed. Default 100. */
  readonly limit?: number;
}

/** A recall in a list. */
export interface StoredRecall {
  readonly recallId: string;
  readonly facts: RecallFacts;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly wanted: Wanted;
  readonly summary: RecordedSummary;
  readonly forgotten: boolean;
}
