import type { Outcome } from '@unpush/core';
import type { VerdictRecord } from '../evidence/record.ts';
import type { Spans } from '../spans/spans.ts';
import type { AuditNote } from '../summary/audit-note.ts';
import type { RecallState, RecallSummary, RequestCounts } from '../summary/summary.ts';

/**
 * The port for the durable record of one recall. It has one owner at a time, and its calls come one after the
 * other for each batch.
 *
 * At every moment each position that was ever in a request is either in exactly one open batch or has exactly one
 * final outcome. A request leaves only after {@link Ledger.sending} has resolved, and the next step is taken
 * only after {@link Ledger.verdict} has; each of the calls is one transaction.
 */
export interface Ledger {
  /**
   * The keyed digest that stands for targets in the evidence: an HMAC-SHA256 in hexadecimal, under a random key
   * of this recall, over all these parts, one behind the other. Absent where no evidence is kept.
   */
  readonly digest?: (parts: readonly Uint8Array[]) => string | Promise<string>;
  /**
   * Begins to work on the recall, for the first time or again. A batch whose request was written ahead without a
   * verdict after it is open again, and may have been received.
   */
  begin(session: Session): Promise<LedgerState>;
  /** A request is about to leave. */
  sending(request: Sending): Promise<void>;
  /** What came of it. */
  verdict(concluded: Concluded): Promise<void>;
  /**
   * The session ends. Where the recall is finished, the evidence is sealed. Resolves with the head hash of the
   * evidence, where any is kept.
   */
  end(ended: SessionEnd): Promise<string | undefined>;
}

/** A process begins to work on a recall. */
export interface Session {
  /** Wall clock, in milliseconds. */
  readonly at: number;
  /**
   * Whether targets whose outcome is `unknown` are tried again: they become open batches. A ledger may leave some for a
   * later session where there are very many.
   */
  readonly retryUnknown: boolean;
  /** Who has asked for it, and why, where that is known. */
  readonly askedBy?: AuditNote;
}

/** How a recall stands when a session begins. */
export interface LedgerState {
  /** The positions that are in an open batch or have their outcome. */
  readonly covered: Spans;
  /** The number that the next batch gets; the first one is 1. */
  readonly nextBatch: number;
  /** What has no final outcome, by first position. */
  readonly open: readonly OpenBatch[];
  /** Targets that have theirs. */
  readonly settled: Readonly<Record<Exclude<Outcome, 'not-attempted'>, number>>;
  /** How many targets each code has decided. */
  readonly codes: Readonly<Record<string, number>>;
  readonly requests: RequestCounts;
  /** When the recall was first begun: wall clock, in milliseconds. */
  readonly startedAt: number;
  /** How long earlier sessions took together. */
  readonly elapsedMs: number;
}

/** A batch, or what is left of it. */
export interface OpenBatch {
  readonly batch: number;
  readonly spans: Spans;
  /** Whether an exchange with these targets got no usable answer. */
  readonly mayHaveBeenReceived: boolean;
}

/** A request that is about to leave. */
export interface Sending {
  readonly batch: number;
  /** Counted from 1 over the life of the batch, whose targets are the same each time. */
  readonly attempt: number;
  /**
   * With the first attempt: the open batch that these targets are taken out of, which closes when nothing is left
   * of it. Absent where they come from the input.
   */
  readonly parent?: number;
  readonly spans: Spans;
  /** Wall clock, in milliseconds. */
  readonly at: number;
  /** Whether it repeats an earlier one after a fault of the vendor or the network. */
  readonly repeats: boolean;
}

/** What came of a request, and what that means for each of its targets. */
export interface Concluded {
  readonly batch: number;
  readonly attempt: number;
  /** Targets that have come to their end. */
  readonly settled: readonly SettledSpans[];
  /** What is left of the batch, and stays open. */
  readonly rest: Spans;
  /** Whether what is left goes back to the batch it was taken out of. The batch closes when nothing stays in it. */
  readonly returned: boolean;
  /** Whether what is left may have been received by the vendor. */
  readonly mayHaveBeenReceived: boolean;
  /** Whether it never left after all: then it is not counted as sent, and is no evidence. */
  readonly keptBack: boolean;
  /** Whether flow control refused it. */
  readonly throttled: boolean;
  /** The record for the evidence. */
  readonly record: VerdictRecord;
}

/** Targets that have come to the same end. */
export interface SettledSpans {
  readonly outcome: Exclude<Outcome, 'not-attempted'>;
  readonly spans: Spans;
  /** The vendor's code; `HTTP 502` or the failure where there was none. */
  readonly code?: string;
  /** The vendor's words, with secrets and whole tokens masked. */
  readonly reason?: string;
  readonly requestId?: string;
}

/** How a session ends. */
export interface SessionEnd {
  /** Wall clock, in milliseconds. */
  readonly at: number;
  readonly state: RecallState;
  readonly summary: RecallSummary;
}

/** Keeps nothing: such a recall cannot be resumed. */
export const noLedger: Ledger = {
  begin: ({ at }) =>
    Promise.resolve({
      covered: [],
      nextBatch: 1,
      open: [],
      settled: { accepted: 0, rejected: 0, unknown: 0 },
      codes: {},
      requests: { sent: 0, retried: 0, throttled: 0 },
      startedAt: at,
      elapsedMs: 0,
    }),
  sending: () => Promise.resolve(),
  verdict: () => Promise.resolve(),
  end: () => Promise.resolve(undefined),
};
