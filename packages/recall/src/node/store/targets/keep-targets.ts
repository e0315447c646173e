import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { AdmitOptions } from '../../../store/recall-store.ts';
import type { GivenTargets, PagedInput, TargetInput, TargetStream } from '../../../store/target-input.ts';
import type { InputFile } from '../../intake/input-file.ts';
import { openInput, type OpenedInput } from '../../intake/open-input.ts';
import { spool } from '../../intake/bytes/spool.ts';
import { inBlocks } from './in-blocks.ts';
import { namingFaults } from '../../intake/naming-faults.ts';
import { pageByPage } from './page-by-page.ts';
import { spoolGiven } from './spool-given.ts';
import { untilAborted } from '../../../intake/until-aborted.ts';

/** What a stream is called, in errors and in the record. */
const STREAM = 'stream';

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
  return [await ('stream' in input ? keepStream(input, keeping) : keepGiven(input, keeping))];
}

/** Its bytes as they come: they are read as a file of that format is. */
async function keepStream(
  { stream, format, column, field }: TargetStream,
  { spoolDirectory: directory, signal }: Keeping,
): Promise<InputFile> {
  const bytes = untilAborted(namingFaults(stream, STREAM), signal);
  return {
    path: STREAM,
    spool: await spool(Readable.from(bytes), { label: STREAM, directory, signal }),
    ...(format !== undefined && { format }),
    ...(column !== undefined && { column }),
    ...(field !== undefined && { field }),
  };
}

async function keepGiven(
  input: GivenTargets | PagedInput,
  { spoolDirectory: directory, signal }: Keeping,
): Promise<InputFile> {
  const label = 'targets' in input ? 'targets' : `pages:${input.name}`;
  const given = 'targets' in input ? inBlocks(input.targets) : pageByPage(input, signal);
  const blocks = untilAborted(namingFaults(given, label), signal);
  const { path, format } = await spoolGiven(blocks, { label, directory, signal });
  return { path: label, format, spool: path };
}
