import { InputError, targetsOf, type TargetChunk, type TargetInput, type TargetStream } from '@unpush/recall';
import { allPages, fileName, untilAborted } from '@unpush/recall/store-kit';
import type { ListLimits, ListReading, TargetLists, UploadFormat } from '../../../src/store/uploads.ts';

/** Where targets go, and how. */
export interface TakingIn {
  readonly recallId: string;
  readonly lists: TargetLists;
  readonly limits: ListLimits;
  readonly dedupe: boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads targets through once, and keeps them as a list.
 *
 * @throws InputError for files, which nobody has here, for other formats than text and NDJSON, and for what is wrong
 * with the targets.
 */
export async function takeIn(input: TargetInput, taking: TakingIn): Promise<void> {
  if ('files' in input) throw noFiles(input.files[0]?.path);
  const { recallId, lists, limits, dedupe, signal } = taking;
  if ('stream' in input) {
    lists.begin(recallId, readingOf(input, dedupe));
    const body = streamOf(untilAborted(input.stream, signal));
    await lists.append(recallId, { offset: 0, body, isLast: true }, limits);
    return;
  }
  const [chunks, name] =
    'targets' in input
      ? // Duplicates are found where the list is settled
        [targetsOf(input.targets, { dedupe: false }).read(), 'targets']
      : [chunksIn(allPages(pagesOf(input), signal)), fileName(input.name)];
  lists.begin(recallId, { format: 'txt', dedupe, name });
  await lists.fill(recallId, untilAborted(named(chunks, name), signal), limits);
}

const pagesOf = ({ pages, ...more }: Extract<TargetInput, { readonly pages: unknown }>) => ({
  keeper: pages,
  ...more,
});

async function* chunksIn(pages: ReturnType<typeof allPages>): AsyncGenerator<TargetChunk> {
  for await (const { targets } of pages) yield* targetsOf(targets, { dedupe: false }).read();
}

function readingOf({ format = 'txt', column, field }: TargetStream, dedupe: boolean): ListReading {
  if (column !== undefined) {
    throw new InputError(
      'A column is of CSV, which is not read here. Give text, a target on each line, or NDJSON.',
    );
  }
  if (!isUploadFormat(format)) {
    throw new InputError(
      `The format ${JSON.stringify(format)} is not read here. Give txt, a target on each line, or ndjson.`,
    );
  }
  return { format, dedupe, ...(field !== undefined && { field }) };
}

const isUploadFormat = (format: string): format is UploadFormat => format === 'txt' || format === 'ndjson';

const noFiles = (path = ''): InputError =>
  new InputError(
    `${path === '' ? 'Files' : JSON.stringify(path)} cannot be read: there is no file system here. Upload the list, or give the targets themselves.`,
    { file: path },
  );

/** Whoever gives the targets can fail as well: then nothing is wrong with the object that keeps them. */
async function* named<T>(given: AsyncIterable<T>, file: string): AsyncGenerator<T> {
  try {
    yield* given;
  } catch (cause) {
    if (InputError.isInstance(cause)) throw cause;
    throw new InputError(
      `${file}: reading the targets failed (${String(cause)}). Nothing was sent. Begin again when they can be read.`,
      { file, cause },
    );
  }
}

/** Asks for the next piece when it is wanted, and not before. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
