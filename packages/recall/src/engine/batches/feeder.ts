import { batchOf } from '@unpush/core';
import type { Place, TargetChunk, TargetSource } from '../../intake/target-source.ts';
import { placed, type Placed } from './placed.ts';

/** Cuts a stream of chunks into batches, on demand and in order. */
export interface Feeder {
  /** The next batch of at most `size` targets, or `undefined` at the end. Calls wait for one another. */
  next(size: number): Promise<Placed | undefined>;
  /** Ends the reading early. */
  close(): Promise<void>;
}

interface Stretch {
  readonly targets: readonly string[];
  readonly place: TargetChunk['place'];
  /** Where in the chunk this run starts. */
  readonly offset: number;
}

/** A chunk, and how much of it has been handed out: copying what is left each time would cost its square. */
interface Waiting {
  readonly chunk: TargetChunk;
  from: number;
}

/**
 * Reads `source` once; `onChunk` sees each chunk as it comes in. If the reading fails, the call that met it
 * rejects, and later ones still hand out what was read before.
 */
export function feed(source: TargetSource, onChunk: (chunk: TargetChunk) => Promise<void>): Feeder {
  const chunks = source.read()[Symbol.asyncIterator]();
  const waiting: Waiting[] = [];
  let ready = 0;
  let ended = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function fill(size: number): Promise<void> {
    while (ready < size && !ended) {
      ended = true; // and stays so if reading fails
      const next = await chunks.next();
      if (next.done === true) return;
      const { value: chunk } = next;
      if (chunk.targets.length > 0) waiting.push({ chunk, from: 0 });
      ready += chunk.targets.length;
      await onChunk(chunk);
      ended = false;
    }
  }

  function cut(size: number): Placed | undefined {
    const runs: Stretch[] = [];
    let wanted = size;
    let used = 0;
    for (const first of waiting) {
      if (wanted === 0) break;
      const { targets, place } = first.chunk;
      const offset = first.from;
      const end = Math.min(offset + wanted, targets.length);
      runs.push({ targets: targets.slice(offset, end), place, offset });
      wanted -= end - offset;
      first.from = end;
      if (end === targets.length) used += 1;
    }
    waiting.splice(0, used);
    ready -= size - wanted;
    return runs.length === 0 ? undefined : join(runs);
  }

  return {
    next(size) {
      // One reader at a time: an async iterator may not be asked twice at once
      const mine = turn.then(() => fill(size)).then(() => cut(size));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await turn;
      await chunks.return?.();
    },
  };
}

function join(runs: readonly Stretch[]): Placed {
  const targets = runs.length === 1 && runs[0] ? runs[0].targets : runs.flatMap((run) => run.targets);
  return placed(batchOf(targets), (index) => placeIn(runs, index));
}

function placeIn(runs: readonly Stretch[], index: number): Place | undefined {
  let left = index;
  for (const { targets, place, offset } of runs) {
    if (left < targets.length) return place?.(offset + left);
    left -= targets.length;
  }
  return undefined;
}
