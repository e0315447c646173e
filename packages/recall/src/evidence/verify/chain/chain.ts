import type { EvidenceCrypto } from '../../crypto.ts';
import { NO_HASH } from '../../link.ts';
import type { EvidenceRecord } from '../../record.ts';
import type { SignatureRecord } from '../../signature.ts';
import { linesOf, type RawLine } from './lines.ts';
import { readLine, recordOf } from './read-line.ts';

/** A record whose place in the chain holds, or where the chain breaks, which ends the reading. */
export type Link =
  | {
      readonly kind: 'record';
      /** Counted from 1; the same as the record's seq. */
      readonly line: number;
      readonly record: EvidenceRecord | SignatureRecord;
      readonly prev: string;
      readonly hash: string;
    }
  | { readonly kind: 'break'; readonly line: number; readonly problem: string };

type Place = Pick<Extract<Link, { kind: 'record' }>, 'line' | 'prev'>;

/** Follows the chain up to its end or its first break. */
export async function* chainOf(
  evidence: AsyncIterable<Uint8Array>,
  crypto: EvidenceCrypto,
): AsyncGenerator<Link> {
  let line = 0;
  let prev = NO_HASH;
  for await (const raw of linesOf(evidence)) {
    line += 1;
    const link = await linkOf(raw, { line, prev, crypto });
    if (typeof link === 'string') {
      yield { kind: 'break', line, problem: link };
      return;
    }
    yield { kind: 'record', line, prev, ...link };
    prev = link.hash;
  }
}

async function linkOf(
  { bytes, endsWith }: RawLine,
  { line, prev, crypto }: Place & { readonly crypto: EvidenceCrypto },
): Promise<{ readonly hash: string; readonly record: EvidenceRecord | SignatureRecord } | string> {
  if (endsWith === 'end of file') {
    return 'The line is cut short: every line ends with a line feed, the last one too. Export the evidence again.';
  }
  if (endsWith === 'limit') return 'The line is longer than 64 MiB: this is no evidence.';
  const read = readLine(bytes);
  if (typeof read === 'string') return read;
  if (read.seq !== line) {
    return `Record ${read.seq} stands where record ${line} is due: a line is missing, doubled or out of its place.`;
  }
  if (read.prev !== prev) {
    return `It does not follow the line before: its prev is ${short(read.prev)}, the hash before is ${short(prev)}.`;
  }
  if ((await crypto.sha256(read.hashed)) !== read.hash) {
    return 'Its hash does not hold: the line is not what it was when it was written.';
  }
  const record = recordOf(read);
  return typeof record === 'string' ? record : { hash: read.hash, record };
}

const short = (hash: string): string => `${hash.slice(0, 12)}…`;
