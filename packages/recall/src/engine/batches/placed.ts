import { joinBatches, type Batch } from '@unpush/core';
import type { Place } from '../../intake/target-source.ts';
import { joinSpans, positionAt, sliceSpans, spansOf, type Spans } from '../../spans/spans.ts';

/** A batch that remembers where its targets stand in the input. */
export interface Placed {
  readonly batch: Batch;
  /** By their positions. */
  readonly spans: Spans;
  /** In which file and line the target at `index` stands; `undefined` where the input is no file. */
  placeAt(index: number): Place | undefined;
  slice(start: number, end: number): Placed;
  /** The targets at these indices, which ascend. */
  pick(indices: readonly number[]): Placed;
}

/** What a batch is put together from. */
export interface PlacedParts {
  readonly batch: Batch;
  readonly spans: Spans;
  readonly placeAt: (index: number) => Place | undefined;
}

/** Puts a batch and the places of its targets together. */
export function placed({ batch, spans, placeAt }: PlacedParts): Placed {
  return {
    batch,
    spans,
    placeAt,
    slice: (start, end) =>
      placed({
        batch: batch.slice(start, end),
        spans: sliceSpans(spans, start, end),
        placeAt: (index) => placeAt(start + index),
      }),
    pick(indices) {
      return placed({
        batch: batch.pick(indices),
        spans: spansOf(indices.flatMap((index) => positionAt(spans, index) ?? [])),
        placeAt: (index) => {
          const original = indices[index];
          return original === undefined ? undefined : placeAt(original);
        },
      });
    },
  };
}

/** Two batches as one, the second behind the first. */
export function joinPlaced(one: Placed, other: Placed): Placed {
  const { count } = one.batch;
  return placed({
    batch: joinBatches([one.batch, other.batch]),
    spans: joinSpans([one.spans, other.spans]),
    placeAt: (index) => (index < count ? one.placeAt(index) : other.placeAt(index - count)),
  });
}
