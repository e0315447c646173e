import { createHash } from 'node:crypto';
import type { Batch, JsonRun } from '@unpush/core';

const LINE_FEED = 0x0a;
const COMMA = 0x2c;

/**
 * Targets as the database keeps them: each as JSON on a line of its own, so that what becomes of them in a request
 * is there already. Within JSON there is no line feed, so lines are found without reading what is between.
 */
export function linesOf(batch: Batch): Buffer {
  const { bytes, ends, from, to } = batch.run();
  if (from === to) return Buffer.alloc(0);
  const start = from === 0 ? 0 : (ends[from - 1] ?? 0) + 1;
  const lines = Buffer.from(bytes.subarray(start, ends[to - 1]));
  for (let index = from; index < to - 1; index++) lines[(ends[index] ?? 0) - start] = LINE_FEED;
  return lines;
}

/** The same, the other way round; writes over the lines. */
export function runOf(lines: Buffer, targets: number): JsonRun {
  const ends = new Uint32Array(targets);
  let at = 0;
  for (let index = 0; index < targets - 1; index++) {
    at = lines.indexOf(LINE_FEED, at);
    lines[at] = COMMA;
    ends[index] = at;
    at += 1;
  }
  if (targets > 0) ends[targets - 1] = lines.length;
  return { bytes: lines, ends, from: 0, to: targets };
}

export const digestOf = (lines: Uint8Array): Buffer => createHash('sha256').update(lines).digest();
