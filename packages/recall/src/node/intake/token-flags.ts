import { createHash } from 'node:crypto';
import { Collector } from '../../intake/collector.ts';
import type { IntakeTotals, TargetChunk } from '../../intake/target-source.ts';
import type { FileFacts } from '../../summary/facts.ts';

const FLAG = '--token';

/** Targets that stand on the command line. Their place is the flag, and the "line" says which of them. */
export function tokenFlags(tokens: readonly string[]): readonly TargetChunk[] {
  const collector = new Collector({ file: FLAG });
  for (const [index, token] of tokens.entries()) collector.add(token, index + 1);
  return collector.take();
}

/** They are a file in the record of a recall: as a JSON array, which has a size and a digest. */
export function flagFacts(tokens: readonly string[], totals: IntakeTotals): readonly FileFacts[] {
  if (tokens.length === 0) return [];
  const bytes = Buffer.from(JSON.stringify(tokens));
  const digest = createHash('sha256').update(bytes).digest('hex');
  return [{ path: FLAG, format: 'json', gzip: false, bytes: bytes.length, digest, ...totals }];
}
