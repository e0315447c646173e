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

/** Strings are made for so many targets at a time. */
const AT_A_TIME = 1000;

const encoder = new TextEncoder();

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
      const some = targets.slice(start, Math.min(targets.count, start + AT_A_TIME)).targets();
      yield encoder.encode(some.map((target) => `${JSON.stringify(target)}\n`).join(''));
    }
  }
}
