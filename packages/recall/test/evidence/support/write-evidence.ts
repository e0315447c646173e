import { createHash, createHmac } from 'node:crypto';
import { hashedPart, lineOf, NO_HASH } from '../../../src/evidence/link.ts';
import type { EvidenceRecord } from '../../../src/evidence/record.ts';
import type { SignatureRecord } from '../../../src/evidence/signature.ts';

/** The lines of these records, as a ledger chains them. */
export function writeEvidence(records: readonly (EvidenceRecord | SignatureRecord)[]): readonly string[] {
  let prev = NO_HASH;
  return records.map((record, index) => {
    const hashed = hashedPart(record, { seq: index + 1, prev });
    prev = createHash('sha256').update(hashed).digest('hex');
    return lineOf(hashed, prev);
  });
}

export const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

export const hashOf = (line: string): string => line.slice(-66, -2);

export const digestOf = (key: Uint8Array, value: string | readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(value)).digest('hex');
