import { InputError } from '../../intake/input-error.ts';
import type { TargetChunk, TargetSource } from '../../intake/target-source.ts';
import type { LedgerState, OpenBatch } from '../../ledger/ledger.ts';
import { withoutSpans, type Span, type Spans } from '../../spans/spans.ts';
import { gather } from './gatherer.ts';
import type { Placed } from './placed.ts';
import { joinStretches, sliceStretch, stretchOf, type Stretch } from './stretch.ts';

/** Targets to be sent, and the open batch of an earlier session they are in, where they are in one. */
export interface Fed {
  readonly placed: Placed;
  readonly from?: OpenBatch;
}

/** Cuts a stream of chunks into batches, on demand and in order. */
export interface Feeder {
  /**
   * The next batch of at most `size` targets, or a whole open batch of an earlier session; `undefined` at the
   * end. Calls wait for one another.
   */
  next(size: number): Promise<Fed | undefined>;
  /** Ends the reading early. */
  close(): Promise<void>;
}

/** What a feeder reads, and what of it is done with. */
export interface Feed {
  readonly source: TargetSource;
  readonly state: Pick<LedgerState, 'covered' | 'open'>;
  /** Sees each chunk as it comes in. */
  readonly onChunk: (chunk: TargetChunk) => Promise<void>;
}

/**
 * Reads `source` once, passing over what earlier sessions have settled. If the reading fails, the call that met it
 * rejects, and later ones still hand out what was read before.
 */
export function feed({ source, state, onChunk }: Feed): Feeder {
  const chunks = source.read()[Symbol.asyncIterator]();
  const gatherer = gather(state.open);
  const ready: Fed[] = [];
  const fresh = createQueue();
  const uncovered = passOver(state.covered);
  let position = 0;
  let ended = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function fill(size: number): Promise<void> {
    while (ready.length === 0 && fresh.count < size && !ended) {
      ended = true; // and stays so if reading fails
      const next = await chunks.next();
      if (next.done === true) {
        checkLength();
        return;
      }
      take(next.value);
      await onChunk(next.value);
      ended = false;
    }
  }

  function take(chunk: TargetChunk): void {
    const first = position;
    position += chunk.targets.count;
    if (position === first) return;
    const cut = (span: Span): Stretch => stretchOf(chunk, first, span);
    ready.push(...gatherer.take([first, position], cut));
    for (const span of uncovered([first, position])) fresh.push(cut(span));
  }

  function checkLength(): void {
    if (!gatherer.isWaiting && position >= (state.covered.at(-1)?.[1] ?? 0)) return;
    throw new InputError(
      `The list holds ${position} targets now, fewer than when the recall was begun. Put the old list back, and resume again.`,
    );
  }

  return {
    next(size) {
      // One reader at a time: an async iterator may not be asked twice at once
      const mine = turn.then(() => fill(size)).then(() => ready.shift() ?? fresh.shift(size));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await turn;
      await chunks.return?.();
    },
  };
}

/** What is left of each span that is asked for; they are asked for in order. */
function passOver(covered: Spans): (span: Span) => Spans {
  let passed = 0;
  return (span) => {
    while ((covered[passed]?.[1] ?? Infinity) <= span[0]) passed += 1;
    const here: Span[] = [];
    for (let at = passed; (covered[at]?.[0] ?? Infinity) < span[1]; at += 1)
      here.push(...covered.slice(at, at + 1));
    return withoutSpans([span], here);
  };
}

/** Stretches that wait to be cut into batches. Copying what is left each time would cost its square. */
function createQueue() {
  const waiting: Stretch[] = [];
  let handedOut = 0;
  let count = 0;

  function cut(size: number): readonly Stretch[] {
    const stretches: Stretch[] = [];
    let wanted = size;
    let used = 0;
    for (const stretch of waiting) {
      if (wanted === 0) break;
      const until = Math.min(handedOut + wanted, stretch.batch.count);
      stretches.push(sliceStretch(stretch, handedOut, until));
      wanted -= until - handedOut;
      handedOut = until === stretch.batch.count ? 0 : until;
      if (handedOut === 0) used += 1;
    }
    waiting.splice(0, used);
    count -= size - wanted;
    return stretches;
  }

  return {
    get count() {
      return count;
    },
    push(stretch: Stretch): void {
      waiting.push(stretch);
      count += stretch.batch.count;
    },
    shift(size: number): Fed | undefined {
      const stretches = cut(size);
      return stretches.length === 0 ? undefined : { placed: joinStretches(stretches) };
    },
  };
}
