import { RECORD_LIMIT, tooLong } from './record-limit.ts';

const LINE_FEED = 0x0a;

/**
 * The lines of a file, some thousands at a time. Each character stands for one byte (Latin-1): a cut between two
 * chunks can then split no character, and almost every line is ASCII and done.
 *
 * @throws InputError where a line is longer than 1 MiB.
 */
export async function* linesOf(
  bytes: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<readonly string[]> {
  let rest: Buffer = Buffer.alloc(0);
  let done = 0;
  for await (const chunk of bytes) {
    const block = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: string[] = [];
    let start = 0;
    for (;;) {
      const end = block.indexOf(LINE_FEED, start);
      if ((end === -1 ? block.length : end) - start > RECORD_LIMIT)
        throw tooLong(file, done + lines.length + 1);
      if (end === -1) break;
      // Each line by itself: cut from one long string, it would keep all of that alive
      lines.push(block.toString('latin1', start, end));
      start = end + 1;
    }
    rest = block.subarray(start);
    done += lines.length;
    yield lines;
  }
  if (rest.length > 0) yield [rest.toString('latin1')];
}
