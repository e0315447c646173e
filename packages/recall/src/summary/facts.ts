import type { AuditNote } from './audit-note.ts';
import type { IntakeTotals } from '../intake/target-source.ts';

/** What a recall is about; fixed once it is begun, and the header of its evidence. Nothing in it is secret. */
export interface RecallFacts {
  readonly recallId: string;
  readonly vendor: string;
  /** Which app, in the vendor's words: Huawei's client id; of mPaaS app and workspace, with a slash between. */
  readonly app: string;
  /** Which notification, in the vendor's words. */
  readonly selector: Readonly<Record<string, string | number>>;
  /** Where requests go. */
  readonly endpoint: string;
  readonly input: InputFacts;
  /** What made the record, by name and version: `{ unpush: '0.1.0', node: '24.21.0' }`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Wall clock, in milliseconds. */
  readonly createdAt: number;
  /** Who has begun it, and why, where that is known. */
  readonly started?: AuditNote;
}

/** Which targets, and how they are read: the same settings find the same targets at the same positions. */
export interface InputFacts {
  readonly files: readonly FileFacts[];
  /** Whether duplicates were dropped. */
  readonly dedupe: boolean;
  readonly totals: IntakeTotals;
}

/** A list of targets, as it was read. */
export interface FileFacts extends IntakeTotals {
  /** As the person named it; `-` for standard input, `--token` for targets on the command line. */
  readonly path: string;
  readonly format: string;
  readonly column?: string | number;
  readonly field?: string;
  readonly gzip: boolean;
  /** Its size as it lies there. */
  readonly bytes: number;
  /** The SHA-256 of those bytes, in hexadecimal. */
  readonly digest: string;
}
