import { batchOfJson, type JsonRun } from '@unpush/core';
import { CHUNK_SIZE } from '../chunk-size.ts';
import type { TargetChunk } from '../target-source.ts';
import { lateBatch } from './late-batch.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;

/** Plain targets in a block of lines, at most one on each line. */
export interface PlainTargets {
  /** The block's, which is written over. */
  readonly buffer: Uint8Array;
  /** Where each target starts. */
  readonly starts: Uint32Array;
  /** Where it ends. */
  readonly ends: Uint32Array;
  /** The line of each. */
  readonly lineOf: (index: number) => number;
}

/**
 * Chunks of targets that are their own JSON: they are put between quotation marks where they lie, and no string is
 * made of them.
 */
export function plainChunks(targets: PlainTargets, file: string): readonly TargetChunk[] {
  let run: JsonRun | undefined;
  const all = targets.starts.length;
  const chunks: TargetChunk[] = [];
  for (let from = 0; from < all; from += CHUNK_SIZE) {
    const to = Math.min(from + CHUNK_SIZE, all);
    chunks.push({
      targets: lateBatch(to - from, () => batchOfJson({ ...(run ??= quoted(targets)), from, to })),
      place: (index) => ({ file, line: targets.lineOf(from + index) }),
      malformed: [],
      duplicate: 0,
    });
  }
  return chunks;
}

function quoted({ buffer, starts, ends }: PlainTargets): JsonRun {
  const jsonEnds = new Uint32Array(starts.length);
  let at = 0;
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index] ?? 0;
    const end = ends[index] ?? 0;
    buffer[at] = QUOTE;
    buffer.copyWithin(at + 1, start, end);
    at += 1 + end - start;
    buffer[at] = QUOTE;
    buffer[at + 1] = COMMA;
    jsonEnds[index] = at + 1;
    at += 2;
  }
  return { bytes: buffer.subarray(0, at), ends: jsonEnds, from: 0, to: starts.length };
}
