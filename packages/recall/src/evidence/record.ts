import type { About, Advice, Failure, Outcome } from '@unpush/core';
import type { AuditNote } from '../summary/audit-note.ts';
import type { RecallFacts } from '../summary/facts.ts';
import type { Spans } from '../spans/spans.ts';
import type { RequestCounts, StoppedBy, TargetCounts } from '../summary/summary.ts';

/** What the evidence of a recall is made of, before it is chained. Times are ISO 8601, UTC. */
export type EvidenceRecord =
  HeaderRecord | SessionRecord | ReopenedRecord | VerdictRecord | EndRecord | SealRecord;

/** The first record: what the recall is about. */
export interface HeaderRecord extends Omit<RecallFacts, 'createdAt'> {
  readonly type: 'header';
  /** The version of the format. */
  readonly format: 1;
  readonly at: string;
}

/** A process begins to work on the recall. */
export interface SessionRecord {
  readonly type: 'session';
  readonly at: string;
  /** Requests that an earlier process let go without living to see their answer. */
  readonly lost?: readonly { readonly batch: number; readonly attempt: number; readonly targets: Spans }[];
  /** Targets whose outcome was unknown, and which are tried again. */
  readonly reopened?: Spans;
  /** Who has asked for it, and why. */
  readonly askedBy?: AuditNote;
}

/** Further targets that the session tries again, where they are scattered over more spans than one record holds. */
export interface ReopenedRecord {
  readonly type: 'reopened';
  readonly at: string;
  readonly targets: Spans;
}

/** What came of one request. */
export interface VerdictRecord {
  readonly type: 'verdict';
  readonly batch: number;
  /** The batch its targets were taken out of. */
  readonly parent?: number;
  readonly attempt: number;
  readonly sentAt: string;
  readonly answeredAt: string;
  /** Where its targets stand in the input. */
  readonly targets: Spans;
  /** HMAC-SHA256 over the JSON array of its targets, byte for byte as the request carried it. */
  readonly digest?: string;
  readonly advice: Advice;
  readonly about: About;
  readonly code?: string;
  readonly httpStatus?: number;
  readonly requestId?: string;
  readonly failure?: Failure;
  readonly message?: string;
  /** Targets that are accepted by this verdict. */
  readonly accepted?: Spans;
  /** Targets that came to another end by it. */
  readonly notAccepted?: readonly NotAccepted[];
}

/** A target that is not accepted. */
export interface NotAccepted {
  /** Its position in the input. */
  readonly at: number;
  readonly outcome: Extract<Outcome, 'rejected' | 'unknown'>;
  readonly reason?: string;
  /** HMAC-SHA256 over the target as a JSON string, quotation marks included. */
  readonly digest?: string;
}

/** A process ends its work, and targets are left. */
export interface EndRecord {
  readonly type: 'end';
  readonly at: string;
  readonly state: string;
  readonly stoppedBy?: StoppedBy;
}

/** The last record: every target has its outcome. */
export interface SealRecord {
  readonly type: 'seal';
  readonly at: string;
  readonly targets: TargetCounts;
  readonly requests: RequestCounts;
}
