import type { Batch } from './batch.ts';
import { endOf, startOf } from './json-run.ts';

const OPEN = Uint8Array.of(0x5b);
const CLOSE = Uint8Array.of(0x5d);

/** The bytes of {@link Batch.json} in three parts, without a copy where the batch stands on bytes. Do not write to them. */
export function jsonParts(batch: Batch): readonly Uint8Array[] {
  const { bytes, ends, from, to } = batch.run();
  if (from === to) return [OPEN, CLOSE];
  return [OPEN, bytes.subarray(startOf(ends, from), endOf(ends, to - 1)), CLOSE];
}

/** The JSON string of the target at `index`, quotation marks included. Do not write to it. */
export function jsonOfTarget(batch: Batch, index: number): Uint8Array {
  const { bytes, ends, from } = batch.run();
  return bytes.subarray(startOf(ends, from + index), endOf(ends, from + index));
}
