import type { TargetCounts } from '../../summary/summary.ts';
import type { HeaderRecord } from '../record.ts';

/** What came of checking evidence. */
export interface EvidenceReport {
  /** Whether nothing was found wrong. Evidence that is open can hold as well. */
  readonly holds: boolean;
  /** Whether a seal ends it: every target has its outcome. Without one it is *open*, and more may have happened. */
  readonly sealed: boolean;
  /** What is wrong, in the order it was found: the first hundred. Nothing behind a break of the chain is read. */
  readonly problems: readonly EvidenceProblem[];
  /** How many more were found. */
  readonly furtherProblems: number;
  /** What was not checked, and what that would take, in whole sentences. */
  readonly notChecked: readonly string[];
  /** What the recall is about; absent where the first line could not be read. */
  readonly header?: HeaderRecord;
  /** What the header says was read, and what the verdicts come to. */
  readonly targets?: TargetCounts;
  /** How many lines hold, the signature's included. */
  readonly records: number;
  readonly sessions: number;
  /** How many requests have a verdict. */
  readonly verdicts: number;
  /** How many requests were let go by a process that did not live to see their answer. */
  readonly lost: number;
  /** The hash of the last record before the signature; of the last one that holds, where the chain breaks. */
  readonly headHash?: string;
  readonly signature?: SignatureReport;
  /** Where targets were given, the chain holds, and at least one digest was compared. */
  readonly compared?: ComparedTargets;
}

/** Something that is wrong. */
export interface EvidenceProblem {
  /** Counted from 1. */
  readonly line: number;
  /** One or more whole sentences; no target in them is whole. */
  readonly problem: string;
}

/** Who signed. */
export interface SignatureReport {
  /** The SHA-256 of the public key's SPKI form, in hexadecimal. */
  readonly fingerprint: string;
  /** Whether the signature is one over this head hash by that key. */
  readonly valid: boolean;
  /** Whether that is the key that was expected; absent where none was named, and then anybody can have signed. */
  readonly expectedKey?: boolean;
}

/** What the digests were compared with. */
export interface ComparedTargets {
  /** How many targets were given. */
  readonly given: number;
  /** How many of them a request carried whose digest was compared. */
  readonly covered: number;
  /** How many digests were compared, of requests and of single targets. */
  readonly digests: number;
  /** How many of those are of other targets. */
  readonly mismatched: number;
}
