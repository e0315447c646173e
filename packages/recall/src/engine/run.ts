import type { Clock, Random, Revoker, Verdict } from '@unpush/core';
import type { Ledger } from '../ledger/ledger.ts';
import type { Lane } from '../pace/pacer.ts';
import type { StopCause } from '../summary/summary.ts';
import type { Tally } from '../summary/tally.ts';
import type { Family } from './batches/family.ts';
import type { Feeder } from './batches/feeder.ts';
import type { SizeLimit } from './flow/size-limit.ts';
import type { OutcomeSink, RecallEvent } from './options.ts';
import type { CredentialWatch } from './verdicts/credential-watch.ts';

/** All that the parts of one running recall share. */
export interface Run<S> {
  readonly selector: S;
  readonly revoker: Revoker<S>;
  readonly sink: OutcomeSink | undefined;
  readonly ledger: Ledger;
  readonly lane: Lane;
  readonly clock: Clock;
  readonly random: Random;
  readonly concurrency: number;
  readonly canary: number;
  readonly maxAttempts: number;
  readonly retryBaseMs: number;
  readonly retryForMs: number;
  readonly giveUpAfterMs: number;
  readonly keepGoing: boolean;
  readonly graceMs: number;
  readonly observe: (event: RecallEvent) => void;
  readonly size: SizeLimit;
  /** Whether the end of the list must be read though nothing more is sent: somebody wants to know, or the counts need it. */
  readonly listsRest: boolean;
  readonly feeder: Feeder;
  /** Read, and nobody is at them. */
  readonly pending: Family[];
  /** Put off until everything else has been tried. */
  readonly putOff: Family[];
  readonly tally: Tally;
  readonly requests: Requests;
  readonly credentials: CredentialWatch;
  /** Aborts when no further request may leave. */
  readonly soft: AbortSignal;
  /** Aborts when requests under way are to be given up. */
  readonly hard: AbortSignal;
  readonly progress: Progress;
  /** Ends the recall early; the first cause counts. */
  readonly stop: (cause: StopCause, verdict?: Verdict) => void;
  /** Gives up the requests under way. */
  readonly cutOff: () => void;
}

/** How many requests left, and with how many targets. */
export interface Requests {
  sent: number;
  retried: number;
  throttled: number;
  /** In this session, with each repeat and each part of a divided batch. */
  targets: number;
}

/** How far it has come. */
export interface Progress {
  /** Whether the vendor has accepted this selector for any target yet. */
  accepted: boolean;
  /** Since when flow control has let nothing through, on the monotonic clock; `undefined` where it has. */
  throttledSince: number | undefined;
  /** Since when the vendor is away: no request gets through to it, or none is answered. Likewise. */
  unreachableSince: number | undefined;
  /** How many batches in a row have used up their attempts without an answer to go by. */
  unansweredInARow: number;
  /** What came back last. */
  last: Verdict | undefined;
  /** Whether a batch was given up because the recall was to stop. */
  cutShort: boolean;
  /** The number the next batch gets. */
  nextId: number;
  /** How many batches of the input in a row were refused whole, and by what. */
  refusedInARow: number;
  refusedBy: string | undefined;
  /** Of the targets that came to their end, how many the vendor refused by themselves. */
  readonly findings: { bad: number; all: number };
}
