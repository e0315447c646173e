import type { FileHandle } from 'node:fs/promises';
import type { TextLines } from '@unpush/recall';
import { SettingsError } from '../errors/settings-error.ts';
import { stampOf, type FileStamp } from './file-stamp.ts';
import { inBlocks } from './lines.ts';
import { openOutput, type OutputPlace } from './output-place.ts';

/** A file as it was written. */
export interface Written {
  readonly lines: number;
  /** Absent of a pipe or a device. */
  readonly stamp?: FileStamp;
}

/**
 * Writes a file as a whole: under its name there is never a half of it. Throws {@link SettingsError} where it cannot
 * be made or written, and the signal's reason once that is aborted; nothing is left of it then.
 */
export async function writeOutput(
  place: OutputPlace,
  lines: AsyncIterable<TextLines>,
  signal?: AbortSignal,
): Promise<Written> {
  await using output = await openOutput(place);
  const count = await writeAll(output.handle, { lines, place, signal });
  await output.finish();
  const stamp = await stampOf(place.path);
  return { lines: count, ...(stamp !== undefined && { stamp }) };
}

interface Writing {
  readonly lines: AsyncIterable<TextLines>;
  readonly place: OutputPlace;
  readonly signal: AbortSignal | undefined;
}

async function writeAll(file: FileHandle, { lines, place, signal }: Writing): Promise<number> {
  let count = 0;
  signal?.throwIfAborted();
  for await (const some of inBlocks(lines)) {
    signal?.throwIfAborted();
    try {
      await file.writeFile(some.text);
    } catch (cause) {
      throw new SettingsError(
        `the ${place.what} ${place.path} is not complete, for it could not be written to: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    }
    count += some.count;
  }
  signal?.throwIfAborted();
  return count;
}
