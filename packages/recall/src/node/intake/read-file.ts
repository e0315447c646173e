import type { TargetChunk } from '../../intake/target-source.ts';
import { named } from './bytes/file-errors.ts';
import { gunzipped } from './bytes/gunzipped.ts';
import type { OpenFile } from './bytes/open-file.ts';
import { withoutBom } from './bytes/without-bom.ts';
import type { Memory } from './formats/format-reader.ts';
import { READERS } from './formats/readers.ts';
import type { PreparedFile } from './prepare.ts';

export interface ReadFileOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where targets are put. */
  readonly memory?: Memory;
  /** Sees the bytes as they lie there. */
  readonly onBytes?: (bytes: Buffer) => void;
}

/**
 * The targets of an open file, in order and with their duplicates.
 *
 * @throws InputError where the file cannot be read, or is not what its format says.
 */
export async function* readFile(
  file: PreparedFile,
  open: OpenFile,
  { signal, memory, onBytes }: ReadFileOptions,
): AsyncGenerator<TargetChunk> {
  const raw = watched(open.bytes(signal), onBytes);
  const plain = open.gzip ? gunzipped(raw) : raw;
  const reader = { ...file, ...(memory !== undefined && { memory }) };
  try {
    for await (const chunk of READERS[file.format](withoutBom(plain, file.label), reader)) {
      signal?.throwIfAborted();
      yield chunk;
    }
  } catch (error) {
    signal?.throwIfAborted(); // an abort comes out of the streams in several shapes
    throw named(error, file.label);
  }
}

async function* watched(
  bytes: AsyncIterable<Buffer>,
  onBytes: ReadFileOptions['onBytes'],
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    onBytes?.(chunk);
    yield chunk;
  }
}
