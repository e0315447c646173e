import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { show } from '../display/show.ts';
import type { Batch } from './batch.ts';
import { batchOf } from './batch-of.ts';

/**
 * Divides targets into batches of at most `size`, in order. For a list that does not fit into memory use a recall.
 *
 * @param size - targets a batch: an integer, 1 or more; Huawei takes up to 1000.
 * @throws InvalidRequestError for any other size.
 *
 * @example
 * ```ts
 * for (const batch of batchesOf(tokens, HUAWEI_LIMITS.tokensPerRequest)) batch.count; // 1000, 1000, … 417
 * ```
 */
export function* batchesOf(targets: readonly string[], size: number): Generator<Batch, void> {
  if (!Number.isInteger(size) || size < 1) {
    throw new InvalidRequestError([
      { field: 'size', problem: `must be an integer, 1 or more, but is ${show(size)}` },
    ]);
  }
  for (let start = 0; start < targets.length; start += size) {
    yield batchOf(targets.slice(start, start + size));
  }
}
