import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { InputError } from '../../../intake/input-error.ts';
import type { AdmitOptions } from '../../../store/recall-store.ts';
import type { TargetInput } from '../../../store/target-input.ts';
import { inputFault } from '../../intake/input-fault.ts';
import type { InputFile } from '../../intake/input-file.ts';
import { openInput, type OpenedInput } from '../../intake/open-input.ts';
import { spool } from '../../intake/bytes/spool.ts';
import { givenLines } from './given-lines.ts';
import { pagedLines } from './paged-lines.ts';

/** Targets that were read through, and how they are found again. */
export interface KeptTargets {
  readonly input: OpenedInput;
  /** Each with the place where its bytes lie. */
  readonly files: readonly InputFile[];
}

/** Where to keep what can be read only once, and how to read. */
export interface Keeping extends AdmitOptions {
  readonly spoolDirectory: string;
}

/** Reads targets through, and keeps in the spool whatever does not lie in a file already. Throws `InputError`. */
export async function keepTargets(input: TargetInput, keeping: Keeping): Promise<KeptTargets> {
  const { spoolDirectory, dedupe = true, signal } = keeping;
  const files = await filesOf(input, keeping);
  const opened = await openInput({
    files,
    dedupe,
    spoolDirectory,
    keepSpool: true,
    ...(signal && { signal }),
  });
  return {
    input: opened,
    // A later process may be started in another directory
    files: files.map((file, index) => ({
      ...file,
      spool: opened.files[index]?.spool ?? resolve(file.path),
    })),
  };
}

async function filesOf(input: TargetInput, keeping: Keeping): Promise<readonly InputFile[]> {
  if ('files' in input) return input.files;
  const once = readOnce(input, keeping.signal);
  const { label, format, ...how } = once;
  const bytes = Readable.from(namingFaults(once));
  const path = await spool(bytes, { label, directory: keeping.spoolDirectory, signal: keeping.signal });
  return [{ path: label, ...how.where, ...(format !== undefined && { format }), spool: path }];
}

/** What can be read only once. */
interface ReadOnce {
  /** What it is called, in errors and in the record. */
  readonly label: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly format?: string;
  /** Where in a record the target stands. */
  readonly where?: Pick<InputFile, 'column' | 'field'>;
}

function readOnce(
  input: Exclude<TargetInput, { readonly files: unknown }>,
  signal: AbortSignal | undefined,
): ReadOnce {
  if ('targets' in input) return { label: 'targets', format: 'ndjson', bytes: givenLines(input.targets) };
  if ('pages' in input) return { label: input.name, format: 'ndjson', bytes: pagedLines(input, signal) };
  const { stream, format, column, field } = input;
  const where = { ...(column !== undefined && { column }), ...(field !== undefined && { field }) };
  return { label: 'stream', bytes: stream, where, ...(format !== undefined && { format }) };
}

/** Whoever gives the targets can fail as well: then nothing is wrong with the place that keeps them. */
async function* namingFaults({ bytes, label }: ReadOnce): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (cause) {
    if (InputError.isInstance(cause)) throw cause;
    throw inputFault({
      file: label,
      what: `reading the targets failed (${String(cause)}). Nothing was sent. Begin again when they can be read.`,
      cause,
    });
  }
}
