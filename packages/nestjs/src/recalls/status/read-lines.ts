import type { RecallRecord } from '@unpush/recall';

/** Lines of NDJSON in pieces, read as they are asked for. Whoever ends early lets go of the record. */
export type RecordLines = AsyncIterableIterator<string, undefined>;

/** What became of the targets. */
export const readReport = (
  record: RecallRecord,
  lines: AsyncIterable<{ readonly text: string }>,
): RecordLines => readLines(record, textsOf(lines));

/** The evidence line by line. */
export const readEvidence = (record: RecallRecord): RecordLines =>
  readLines(record, withLineFeeds(record.evidence()));

async function* textsOf(
  lines: AsyncIterable<{ readonly text: string }>,
): AsyncGenerator<string, undefined, undefined> {
  for await (const { text } of lines) yield text;
  return undefined;
}

async function* withLineFeeds(lines: AsyncIterable<string>): AsyncGenerator<string, undefined, undefined> {
  for await (const line of lines) yield `${line}\n`;
  return undefined;
}

/** Reads from a record, and closes it: at the end, early, or where nobody has begun to read. */
function readLines(record: RecallRecord, pieces: AsyncGenerator<string, undefined, undefined>): RecordLines {
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= record.close());
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    try {
      await pieces.return(undefined);
    } finally {
      await close();
    }
    return { done: true, value: undefined };
  };
  return {
    async next() {
      try {
        const piece = await pieces.next();
        return piece.done === true ? await end() : piece;
      } catch (error) {
        await close();
        throw error;
      }
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
