import type { Batch } from '@unpush/core';
import type { TargetSource } from '@unpush/recall';

/** A piece of a list as the gateway takes it: NDJSON, a JSON string a line, cut at the end of a line. */
export interface Part {
  readonly bytes: Uint8Array;
  /** Where it begins in the whole list, in bytes. */
  readonly offset: number;
  readonly isLast: boolean;
}

/**
 * Held in memory while it is sent, so that a broken one is sent again without reading the list anew; far below
 * what Cloudflare lets through in one request (100 MB), and short enough for one request's CPU time.
 */
export const PART_BYTES = 8_388_608;

/** So many targets are copied at a time. */
const AT_A_TIME = 1000;

const LINE_FEED = 0x0a;

/** Cuts a list into parts. There is at least one, which may be empty. */
export async function* partsOf(
  source: TargetSource,
  { signal, partBytes = PART_BYTES }: { readonly signal: AbortSignal; readonly partBytes?: number },
): AsyncGenerator<Part> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let offset = 0;
  const part = (isLast: boolean): Part => ({ bytes: Buffer.concat(pieces), offset, isLast });
  for await (const piece of piecesOf(source, signal)) {
    // Only a piece that follows shows that the part before it is not the last
    if (length > 0 && length + piece.length > partBytes) {
      yield part(false);
      offset += length;
      pieces = [];
      length = 0;
    }
    pieces.push(piece);
    length += piece.length;
  }
  yield part(true);
}

async function* piecesOf(source: TargetSource, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const { targets } of source.read({ signal })) {
    for (let start = 0; start < targets.count; start += AT_A_TIME) {
      yield linesOf(targets.slice(start, Math.min(targets.count, start + AT_A_TIME)));
    }
  }
}

/** Targets stand behind one another in JSON already: what separates them becomes the end of a line. */
function linesOf(targets: Batch): Uint8Array {
  const lines = targets.json().subarray(1);
  const { ends, from, to } = targets.run();
  const start = from === 0 ? 0 : (ends[from - 1] ?? 0) + 1;
  for (let index = from; index < to; index++) lines[(ends[index] ?? 0) - start] = LINE_FEED;
  return lines;
}

/** How many bytes all parts of a list will have. It is read once more for that, without making them. */
export async function lengthOf(source: TargetSource, signal: AbortSignal): Promise<number> {
  let length = 0;
  for await (const { targets } of source.read({ signal })) {
    // Between its brackets each target has a comma behind it, but for the last one
    if (targets.count > 0) length += targets.jsonLength - 1;
  }
  return length;
}
