import { mendUtf8 } from './mend-utf8.ts';
import { RECORD_LIMIT } from '../../../../intake/record-limit.ts';

const LINE_FEED = 0x0a;

/**
 * JSON in pieces that end with their line, or with the chunk; no character is cut in two, and bytes that are no
 * UTF-8 are mended. What a chunk yields comes together.
 */
export async function* jsonPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const block = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    // A record longer than the limit is refused anyway, so no run needs to be held back longer
    const end = block.length > RECORD_LIMIT ? block.length : endOfAscii(block);
    rest = Buffer.from(block.subarray(end)); // the chunk's memory is used again
    yield byLine(mendUtf8(block.subarray(0, end)));
  }
  if (rest.length > 0) yield byLine(mendUtf8(rest));
}

/** The end of the last ASCII character: what follows may go on in the next chunk. */
function endOfAscii(block: Buffer): number {
  let end = block.length;
  while (end > 0 && (block[end - 1] ?? 0) >= 0x80) end--;
  return end;
}

function byLine(block: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  while (start < block.length) {
    const found = block.indexOf(LINE_FEED, start);
    const end = found === -1 ? block.length : found + 1;
    pieces.push(block.subarray(start, end));
    start = end;
  }
  return pieces;
}
