import type { ReaderFile } from '../format-reader.ts';
import { lineBlocksOf, type BufferedLines } from './line-blocks.ts';

/**
 * The lines of a file, some thousands at a time. Each character stands for one byte (Latin-1): a cut between two
 * chunks can then split no character, and almost every line is ASCII and done.
 *
 * @throws InputError where a line is longer than 1 MiB.
 */
export async function* lineStringsOf(
  bytes: AsyncIterable<Buffer>,
  file: ReaderFile,
): AsyncGenerator<readonly string[]> {
  for await (const block of lineBlocksOf(bytes, file)) yield stringsOf(block);
}

/** The lines of a block, a byte a character. */
export function stringsOf({ buffer, start, ends }: BufferedLines): readonly string[] {
  const lines: string[] = [];
  let from = start;
  for (const end of ends) {
    // Each line by itself: cut from one long string, it would keep all of that alive
    lines.push(buffer.toString('latin1', from, end));
    from = end + 1;
  }
  return lines;
}
