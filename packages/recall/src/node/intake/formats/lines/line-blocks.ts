import { newMemory } from '../../bytes/memory.ts';
import type { Memory, ReaderFile } from '../format-reader.ts';
import { RECORD_LIMIT, tooLong } from '../../../../intake/record-limit.ts';
import { FeedFinder } from '../../../../intake/lines/feed-finder.ts';
import { startOfLines, type LineBlock } from '../../../../intake/lines/line-block.ts';

/** Some thousands of whole lines, in memory of Node. */
export interface BufferedLines extends LineBlock {
  readonly buffer: Buffer;
}

/**
 * The lines of a file, as the bytes that were read.
 *
 * @throws InputError where a line is longer than 1 MiB.
 */
export async function* lineBlocksOf(
  bytes: AsyncIterable<Buffer>,
  { label: file, memory = newMemory }: ReaderFile,
): AsyncGenerator<BufferedLines> {
  const finder = new FeedFinder();
  let rest: Buffer = Buffer.alloc(0);
  let firstLine = 1;
  for await (const chunk of bytes) {
    const feeds = finder.find(chunk);
    assertShort({ feeds, length: chunk.length, before: rest.length }, { file, firstLine });
    const last = feeds.at(-1);
    if (last === undefined) {
      rest = Buffer.concat([rest, chunk]);
      continue;
    }
    yield blockOf({ rest, lines: chunk.subarray(0, last + 1), feeds, firstLine, memory });
    rest = Buffer.from(chunk.subarray(last + 1));
    firstLine += feeds.length;
  }
  if (rest.length > 0)
    yield blockOf({ rest, lines: Buffer.alloc(0), feeds: Uint32Array.of(0), firstLine, memory });
}

interface Found {
  /** What was left of the chunks before. */
  readonly rest: Buffer;
  readonly lines: Buffer;
  /** In `lines`. */
  readonly feeds: Uint32Array;
  readonly firstLine: number;
  readonly memory: Memory;
}

function blockOf({ rest, lines, feeds, firstLine, memory }: Found): BufferedLines {
  const start = startOfLines(feeds.length);
  const buffer = memory(start + rest.length + lines.length);
  rest.copy(buffer, start);
  lines.copy(buffer, start + rest.length);
  return { buffer, start, ends: feeds.map((feed) => feed + start + rest.length), firstLine };
}

interface Measured {
  readonly feeds: Uint32Array;
  readonly length: number;
  /** How much of the first line came before. */
  readonly before: number;
}

function assertShort(
  { feeds, length, before }: Measured,
  { file, firstLine }: { readonly file: string; readonly firstLine: number },
): void {
  let start = -before;
  for (let index = 0; index <= feeds.length; index++) {
    const end = feeds[index] ?? length;
    if (end - start > RECORD_LIMIT) throw tooLong(file, firstLine + index);
    start = end + 1;
  }
}
