import { rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { SettingsError } from '../errors/settings-error.ts';
import type { Output } from '../terminal/terminal.ts';
import { stampOf, type FileStamp } from './file-stamp.ts';
import { makeOutput, type OutputPlace } from './output-place.ts';

/** Whole lines, line feeds included. */
export interface Lines {
  readonly text: string;
  readonly count: number;
}

/** A file as it was written. */
export interface Written {
  readonly lines: number;
  /** Absent of a pipe or a device. */
  readonly stamp?: FileStamp;
}

/**
 * Writes a file as a whole. Throws {@link SettingsError} where it cannot be made or written; what stands half
 * written is removed then, so that it can be made anew.
 */
export async function writeOutput(place: OutputPlace, lines: AsyncIterable<Lines>): Promise<Written> {
  const file = await makeOutput(place);
  let count: number;
  try {
    count = await writeAll(file, { lines, place });
  } catch (error) {
    await file.close().catch(() => undefined); // the first error says more
    await removeHalf(place);
    throw error;
  }
  await file.close();
  const stamp = await stampOf(place.path);
  return { lines: count, ...(stamp !== undefined && { stamp }) };
}

async function writeAll(
  file: FileHandle,
  { lines, place }: { readonly lines: AsyncIterable<Lines>; readonly place: OutputPlace },
): Promise<number> {
  let count = 0;
  for await (const some of inBlocks(lines)) {
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
  return count;
}

async function removeHalf({ path }: OutputPlace): Promise<void> {
  const stamp = await stampOf(path).catch(() => undefined);
  if (stamp !== undefined) await rm(path, { force: true });
}

/** Prints lines, as fast as the reader takes them; a reader that has gone ends it. */
export async function printLines(output: Output, lines: AsyncIterable<Lines>): Promise<void> {
  for await (const { text } of inBlocks(lines)) {
    if (output.destroyed) return;
    if (!output.write(text)) await room(output);
  }
}

/** About so many characters are written at once: a call for each line would take longer than the line. */
const BLOCK = 65_536;

async function* inBlocks(lines: AsyncIterable<Lines>): AsyncGenerator<Lines> {
  let texts: string[] = [];
  let length = 0;
  let count = 0;
  for await (const some of lines) {
    texts.push(some.text);
    length += some.text.length;
    count += some.count;
    if (length < BLOCK) continue;
    yield { text: texts.join(''), count };
    texts = [];
    length = 0;
    count = 0;
  }
  if (count > 0) yield { text: texts.join(''), count };
}

async function room(output: Output): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      output.off('drain', end);
      output.off('close', end);
      resolve();
    };
    output.on('drain', end);
    output.on('close', end);
  });
}
