import { joinBatches, batchOf, type Batch } from '@unpush/core';
import { RECORD_LIMIT, type Malformed, type TargetChunk } from '@unpush/recall';
import type { ListLimits } from '../../uploads.ts';
import { moveOn } from '../rows/list-changes.ts';
import type { ListRow } from '../rows/list-row.ts';
import { ListDiffers, tooLong } from '../faults.ts';
import { linesOfList } from '../source-of-list.ts';
import { behindKept } from './sent-again.ts';
import { assertAllowed, shown } from './take-in.ts';

const LINE_FEED = 0x0a;
const FIRST_MALFORMED = 10;

/** The most bytes of a page, and the most pieces on it that are no targets: each is shown in 200 characters. */
const PAGE_BYTES = 1_000_000;
const PAGE_MALFORMED = 1000;

/** Targets that come next in a list, one by one. */
interface Next {
  readonly targets: Batch;
  readonly malformed: readonly Malformed[];
}

/** Keeps targets that somebody else reads: as JSON, a string a line. */
export async function fillList(
  storage: DurableObjectStorage,
  start: ListRow,
  { chunks, limits }: { readonly chunks: AsyncIterable<TargetChunk>; readonly limits: ListLimits },
): Promise<ListRow> {
  let list: ListRow = { ...start, filled: true };
  let waiting: Next = { targets: batchOf([]), malformed: [] };

  async function keep(next: Next): Promise<void> {
    const to = behind(list, next);
    assertAllowed(to, limits);
    // More than a page is a single one
    if (next.targets.jsonLength > RECORD_LIMIT) throw tooLong(list.name, to.lines);
    const lines = linesOf(next.targets);
    const digest = await crypto.subtle.digest('SHA-256', lines);
    const passed = next.malformed.length > 0 ? { passed: JSON.stringify(next.malformed) } : {};
    moveOn(storage, { from: list, to, page: { lines, targets: next.targets.count, digest, ...passed } });
    list = to;
  }

  for await (const { targets, malformed } of chunks) {
    for (const part of inPieces({ targets, malformed: shown(malformed) })) {
      const both = {
        targets: joinBatches([waiting.targets, part.targets]),
        malformed: [...waiting.malformed, ...part.malformed],
      };
      const isTooMuch = both.targets.jsonLength > PAGE_BYTES || both.malformed.length > PAGE_MALFORMED;
      if (isTooMuch) await keep(waiting);
      waiting = isTooMuch ? part : both;
    }
  }
  await keep(waiting);
  const complete = { ...list, complete: true };
  moveOn(storage, { from: list, to: complete });
  return complete;
}

/**
 * Compares targets with those that a list was filled with.
 *
 * @throws ListDiffers
 */
export async function assertSame(
  sql: SqlStorage,
  list: ListRow,
  chunks: AsyncIterable<TargetChunk>,
): Promise<void> {
  let read = 0;
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const { targets, malformed } of chunks) {
      read += targets.count + malformed.length;
      yield linesOf(targets);
    }
  }
  const kept = linesOfList(sql, list);
  // Nothing comes of it: a list that is complete takes nothing more in
  await behindKept(lines(), { kept, isComplete: true, isWhole: true }).next();
  if (read !== list.read) throw new ListDiffers();
}

/** Pieces that are no more than a page each. */
function* inPieces({ targets, malformed }: Next): Generator<Next> {
  for (let at = 0; at < malformed.length; at += PAGE_MALFORMED)
    yield { targets: batchOf([]), malformed: malformed.slice(at, at + PAGE_MALFORMED) };
  yield* halves(targets);
}

function* halves(targets: Batch): Generator<Next> {
  if (targets.count === 0) return;
  if (targets.jsonLength <= PAGE_BYTES || targets.count === 1) {
    yield { targets, malformed: [] };
    return;
  }
  const middle = targets.count >>> 1;
  yield* halves(targets.slice(0, middle));
  yield* halves(targets.slice(middle, targets.count));
}

function behind(list: ListRow, { targets, malformed }: Next): ListRow {
  const first = list.firstMalformed;
  return {
    ...list,
    bytes: list.bytes + (targets.count > 0 ? targets.jsonLength - 1 : 0),
    lines: list.lines + targets.count,
    pages: list.pages + 1,
    read: list.read + targets.count + malformed.length,
    malformed: list.malformed + malformed.length,
    firstMalformed: [...first, ...malformed.slice(0, FIRST_MALFORMED - first.length)],
  };
}

/** Each target as JSON on a line of its own, and a line feed behind it. */
function linesOf(batch: Batch): Uint8Array<ArrayBuffer> {
  if (batch.count === 0) return new Uint8Array(0);
  // Each is followed by a byte that no JSON string holds: it becomes the line feed
  const { bytes, ends, from, to } = batch.run();
  const start = from === 0 ? 0 : (ends[from - 1] ?? 0) + 1;
  const lines = new Uint8Array((ends[to - 1] ?? 0) - start + 1);
  lines.set(bytes.subarray(start, ends[to - 1]));
  for (let index = from; index < to; index++) lines[(ends[index] ?? 0) - start] = LINE_FEED;
  return lines;
}
