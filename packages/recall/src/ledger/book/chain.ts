import { hashedPart, lineOf, NO_HASH } from '../../evidence/link.ts';
import type { EvidenceRecord } from '../../evidence/record.ts';
import type { Awaitable, ChainHead, EvidenceLine } from './storage.ts';

/** Records that are chained to what stands before them. */
export interface Chained {
  readonly lines: readonly EvidenceLine[];
  readonly head: ChainHead;
}

/** Chains records to the end of the evidence; `sha256` hashes a text as UTF-8, in hexadecimal. */
export async function chain(
  records: readonly EvidenceRecord[],
  head: ChainHead | undefined,
  sha256: (text: string) => Awaitable<string>,
): Promise<Chained> {
  let { seq, hash } = head ?? { seq: 0, hash: NO_HASH };
  const lines: EvidenceLine[] = [];
  for (const record of records) {
    seq += 1;
    const hashed = hashedPart(record, { seq, prev: hash });
    hash = await sha256(hashed);
    lines.push({ seq, line: lineOf(hashed, hash) });
  }
  return { lines, head: { seq, hash } };
}

/** The hash that a line ends with. */
export const hashIn = (line: string): string => line.slice(-66, -2);
