import type { EvidenceRecord } from './record.ts';
import type { SignatureRecord } from './signature.ts';

/** What stands for the hash before the first record's. */
export const NO_HASH = '0'.repeat(64);

/** Where in the chain a record goes. */
export interface ChainPlace {
  /** Counted from 1. */
  readonly seq: number;
  /** The hash of the record before, in hexadecimal; {@link NO_HASH} for the first. */
  readonly prev: string;
}

/**
 * What a record's hash is made over, as UTF-8: its line up to where the hash stands. The hash is its SHA-256, in
 * hexadecimal.
 */
export function hashedPart(record: EvidenceRecord | SignatureRecord, { seq, prev }: ChainPlace): string {
  return JSON.stringify({ seq, ...record, prev }).slice(0, -1);
}

/** The whole line, without its line feed. */
export const lineOf = (hashed: string, hash: string): string => `${hashed},"hash":"${hash}"}`;
