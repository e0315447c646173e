import { batchOf } from '@unpush/core';
import type { IntakeTotals, TargetChunk, TargetSource } from '../../../src/intake/target-source.ts';

/** A source of ready-made chunks. */
export function chunksOf(chunks: readonly TargetChunk[], totals?: IntakeTotals): TargetSource {
  return {
    ...(totals !== undefined && { totals }),
    // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, this list is not
    async *read() {
      yield* chunks;
    },
  };
}

/** A list of targets as the file `list.txt` with one on each line, read in chunks of `chunkSize`. */
export function listOf(
  targets: readonly string[],
  { chunkSize = 1024, totalsKnown = false }: { chunkSize?: number; totalsKnown?: boolean } = {},
): TargetSource {
  const chunks: TargetChunk[] = [];
  for (let start = 0; start < targets.length; start += chunkSize) {
    chunks.push({
      targets: batchOf(targets.slice(start, start + chunkSize)),
      place: (index) => ({ file: 'list.txt', line: start + index + 1 }),
      malformed: [],
      duplicate: 0,
    });
  }
  return chunksOf(chunks, totalsKnown ? { read: targets.length, malformed: 0, duplicate: 0 } : undefined);
}

/** `t1`, `t2` and so on. */
export const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `t${index + 1}`);
