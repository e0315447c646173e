import { createHash } from 'node:crypto';
import { InputError } from '../../intake/input-error.ts';
import type { TargetChunk } from '../../intake/target-source.ts';
import type { FileFacts } from '../../summary/facts.ts';
import { changed, errorCode, named } from './bytes/file-errors.ts';
import { sameMemory } from './bytes/memory.ts';
import { OpenFile, type FileStamp } from './bytes/open-file.ts';
import { assertSameSize } from './expected.ts';
import type { InputFileFacts } from './input-file.ts';
import type { PreparedFile } from './prepare.ts';
import { readFile } from './read-file.ts';
import { Tally } from './tally.ts';

/** A file that was read through once. */
export interface ScannedFile {
  readonly file: PreparedFile;
  readonly stamp: FileStamp;
  readonly facts: InputFileFacts;
}

export interface ScanFileOptions {
  readonly signal?: AbortSignal | undefined;
  /** What it was when the recall began. */
  readonly expected?: FileFacts | undefined;
  /** Sees each chunk, which is gone afterwards. */
  readonly onChunk: (chunk: TargetChunk) => void;
}

/** Reads a file through and remembers nothing of it but facts. */
export async function scanFile(
  file: PreparedFile,
  { signal, expected, onChunk }: ScanFileOptions,
): Promise<ScannedFile> {
  const open = await openFile(file);
  try {
    if (expected !== undefined)
      assertSameSize({ path: file.label, bytes: Number(open.stamp.bytes) }, expected);
    const digest = createHash('sha256');
    const tally = new Tally();
    let bytes = 0;
    const onBytes = (chunk: Buffer): void => {
      digest.update(chunk);
      bytes += chunk.length;
    };
    for await (const chunk of readFile(file, open, { signal, onBytes, memory: sameMemory() })) {
      tally.add(chunk);
      onChunk(chunk);
    }
    await open.assertUnchanged(file.label);
    const { label: path, format, column, field } = file;
    const facts = {
      path,
      format,
      ...(column !== undefined && { column }),
      ...(field !== undefined && { field }),
      gzip: open.gzip,
      bytes,
      digest: digest.digest('hex'),
      ...tally.totals(),
    };
    return { file, stamp: open.stamp, facts };
  } finally {
    await open.close();
  }
}

/**
 * Reads a scanned file again.
 *
 * @throws InputError where it is not what it was.
 */
export async function* rescanFile(
  { file, stamp, facts }: ScannedFile,
  signal: AbortSignal | undefined,
): AsyncGenerator<TargetChunk> {
  const open = await openFile(file);
  try {
    await open.assertSame(file.label, stamp);
    const tally = new Tally();
    for await (const chunk of readFile(file, open, { signal })) {
      tally.add(chunk);
      yield chunk;
    }
    await open.assertSame(file.label, stamp);
    if (tally.read !== facts.read || tally.malformed !== facts.malformed) throw changed(file.label);
  } catch (error) {
    // The first reading found no such fault; and it would say that nothing was sent, which no longer holds
    throw isFaultOfContent(error) ? changed(file.label, error) : error;
  } finally {
    await open.close();
  }
}

/** Not of the system, which may fail to read an unchanged file. */
function isFaultOfContent(error: unknown): boolean {
  if (!InputError.isInstance(error)) return false;
  const code = errorCode(error.cause);
  return code === undefined || code.startsWith('Z_');
}

async function openFile({ path, label }: PreparedFile): Promise<OpenFile> {
  try {
    return await OpenFile.open(path);
  } catch (error) {
    throw named(error, label);
  }
}
