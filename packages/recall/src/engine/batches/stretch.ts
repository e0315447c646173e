import { joinBatches, type Batch } from '@unpush/core';
import type { Place, TargetChunk } from '../../intake/target-source.ts';
import { joinSpans, type Span } from '../../spans/spans.ts';
import { placed, type Placed } from './placed.ts';

/** A run of targets that stand one behind the other in one chunk. */
export interface Stretch {
  readonly batch: Batch;
  readonly span: Span;
  readonly place: TargetChunk['place'];
  /** Where in the chunk it starts. */
  readonly offset: number;
}

/** The targets of a chunk that stand at `span`; the chunk begins at position `first`. */
export function stretchOf(chunk: TargetChunk, first: number, span: Span): Stretch {
  const [start, end] = [span[0] - first, span[1] - first];
  const { targets, place } = chunk;
  const isWhole = start === 0 && end === targets.count;
  return { batch: isWhole ? targets : targets.slice(start, end), span, place, offset: start };
}

/** The part of a stretch from index `from` up to, not including, `to`. */
export function sliceStretch(stretch: Stretch, from: number, to: number): Stretch {
  const { batch, span, place, offset } = stretch;
  if (from === 0 && to === batch.count) return stretch;
  return {
    batch: batch.slice(from, to),
    span: [span[0] + from, span[0] + to],
    place,
    offset: offset + from,
  };
}

/** Stretches, in order, as one batch. */
export function joinStretches(stretches: readonly Stretch[]): Placed {
  return placed({
    batch: joinBatches(stretches.map(({ batch }) => batch)),
    spans: joinSpans(stretches.map(({ span }) => [span])),
    placeAt: (index) => placeIn(stretches, index),
  });
}

function placeIn(stretches: readonly Stretch[], index: number): Place | undefined {
  let left = index;
  for (const { batch, place, offset } of stretches) {
    if (left < batch.count) return place?.(offset + left);
    left -= batch.count;
  }
  return undefined;
}
