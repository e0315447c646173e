import { batchOf, type Batch } from '@unpush/core';
import type { Place } from '../../intake/target-source.ts';

/** A batch that remembers where its targets stand in the input. */
export interface Placed {
  readonly batch: Batch;
  /** Where the target at `index` stands; `undefined` where the input is no file. */
  placeAt(index: number): Place | undefined;
  slice(start: number, end: number): Placed;
  /** The targets at these indices, in this order. */
  pick(indices: readonly number[]): Placed;
}

type PlaceAt = (index: number) => Place | undefined;

/** Puts a batch and the places of its targets together. */
export function placed(batch: Batch, placeAt: PlaceAt): Placed {
  return {
    batch,
    placeAt,
    slice: (start, end) => placed(batch.slice(start, end), (index) => placeAt(start + index)),
    pick(indices) {
      const targets = batch.targets();
      const picked = indices.flatMap((index) => targets[index] ?? []);
      return placed(batchOf(picked), (index) => {
        const original = indices[index];
        return original === undefined ? undefined : placeAt(original);
      });
    },
  };
}
