import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../../../intake/input-error.ts';
import { inputFault } from '../../../intake/input-fault.ts';
import { errorCode } from './file-errors.ts';

export interface SpoolOptions {
  /** What the stream is called in errors. */
  readonly label: string;
  readonly directory: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes down what can be read only once, so that it can be read again: in a file that only its owner can read.
 * Resolves with its path; whoever asked removes it.
 */
export async function spool(stream: Readable, { label, directory, signal }: SpoolOptions): Promise<string> {
  signal?.throwIfAborted();
  const path = join(directory, `input-${randomUUID()}`);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    await pipeline(stream, file.createWriteStream(), signal === undefined ? {} : { signal });
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined); // the first error says more
    signal?.throwIfAborted();
    if (InputError.isInstance(error)) throw error; // whoever gives the bytes has named it
    throw inputFault({
      file: label,
      what: `it can be read only once, and keeping it in ${directory} failed (${errorCode(error) ?? String(error)}). Nothing was sent. Make room there, or put it into a file and name that.`,
      cause: error,
    });
  }
  return path;
}
