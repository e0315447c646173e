import { Collector } from '../../intake/collector.ts';
import type { TargetChunk } from '../../intake/target-source.ts';

/** Targets that stand on the command line. Their place is the flag, and the "line" says which of them. */
export function tokenFlags(tokens: readonly string[]): readonly TargetChunk[] {
  const collector = new Collector({ file: '--token' });
  for (const [index, token] of tokens.entries()) collector.add(token, index + 1);
  return collector.take();
}
