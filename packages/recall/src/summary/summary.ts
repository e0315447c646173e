import type { Failure } from '@unpush/core';
import type { AuditNote } from './audit-note.ts';

/** How many targets came to which end. `read` is always the sum of all the others. */
export interface TargetCounts {
  readonly read: number;
  readonly malformed: number;
  readonly duplicate: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unknown: number;
  readonly notAttempted: number;
}

/** How many requests left. */
export interface RequestCounts {
  readonly sent: number;
  /** Of those, how many repeated an earlier one after a fault of the vendor or the network. */
  readonly retried: number;
  /** Of those, how many the vendor's flow control refused. */
  readonly throttled: number;
}

/** Why a recall ended before its end. */
export type StopCause =
  /** The vendor refused in a way that no further request can mend. */
  | 'refused'
  /** The vendor refused a fresh credential as well. */
  | 'credential'
  /** The vendor refused every target that was tried first. */
  | 'nothing-accepted'
  /** Batch after batch was wholly refused. */
  | 'wholly-refused'
  /** No usable answer came to any of the targets that were tried first. */
  | 'no-answer'
  /** Nobody answered at the endpoint's address from the start, or any more for too long. */
  | 'unreachable'
  /** What answers is not the vendor: a proxy, a captive portal. */
  | 'not-the-vendor'
  /** Flow control let nothing through for too long. */
  | 'throttled'
  /** Somebody asked for it. */
  | 'interrupt'
  /** An error of the program or its surroundings; it is thrown as well. */
  | 'error';

/** What ended a recall early. */
export interface StoppedBy {
  readonly cause: StopCause;
  /** The vendor's code, where a code did it. */
  readonly code?: string;
  readonly httpStatus?: number;
  /** The vendor's words or ours, with secrets and whole tokens masked. */
  readonly message?: string;
  readonly requestId?: string;
  /** The vendor's clock minus ours, in milliseconds: told where the credential was refused. */
  readonly clockSkewMs?: number;
  readonly failure?: Failure;
  /** Of an `interrupt`: who has asked for it, and why, where that is known. */
  readonly askedBy?: AuditNote;
}

/**
 * - `running` under way; with a `stoppedBy` it is about to end
 * - `finished` every target has its final outcome
 * - `stopped` ended early; targets are left
 * - `paused` ended early for want of progress; going on later may work
 */
export type RecallState = 'running' | 'finished' | 'stopped' | 'paused';

/** What a recall has come to. */
export interface RecallSummary {
  readonly recallId: string;
  readonly state: RecallState;
  readonly targets: TargetCounts;
  readonly requests: RequestCounts;
  /** How many targets each of the vendor's codes decided; `HTTP 502` or the failure where there was no code. */
  readonly codes: Readonly<Record<string, number>>;
  readonly stoppedBy?: StoppedBy;
  /** The hash of the last record of the evidence, once it has ended and where evidence is kept. */
  readonly evidenceHead?: string;
  /** When it was first begun. ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** How long it was worked on, in milliseconds. */
  readonly elapsedMs: number;
}
