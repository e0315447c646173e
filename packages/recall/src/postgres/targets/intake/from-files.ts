import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { TargetFile, TargetStream } from '../../../store/target-input.ts';
import { spool } from '../../../node/intake/bytes/spool.ts';
import type { InputFile } from '../../../node/intake/input-file.ts';
import { namingFaults } from '../../../node/intake/naming-faults.ts';
import { openInput, type OpenedInput } from '../../../node/intake/open-input.ts';
import { untilAborted } from '../../../intake/until-aborted.ts';
import { paginate, type PageRow } from '../pages/page-writer.ts';
import type { Intake, IntakeOptions } from './intake.ts';
import { newSpoolFolder, sweepSpoolFolders } from './spool-folder.ts';

/** How bytes that come in are called in the record of a recall. */
const STREAM = 'stream';

/** Files, read twice: to find duplicates, and to keep what is none. */
export const fromFiles = (files: readonly TargetFile[], options: IntakeOptions): Intake =>
  read(() => Promise.resolve(files), options);

/** Bytes that come in. They are written down on this machine for as long as they are read. */
export const fromStream = ({ stream, ...format }: TargetStream, options: IntakeOptions): Intake =>
  read(async (directory) => {
    const { signal } = options;
    const kept = await spool(Readable.from(untilAborted(namingFaults(stream, STREAM), signal)), {
      label: STREAM,
      directory,
      signal,
    });
    return [{ path: STREAM, spool: kept, ...format }];
  }, options);

function read(
  filesIn: (directory: string) => Promise<readonly InputFile[]>,
  { dedupe, signal }: IntakeOptions,
): Intake {
  let input: Pick<OpenedInput, 'facts' | 'firstMalformed'> | undefined;
  const known = (): Pick<OpenedInput, 'facts' | 'firstMalformed'> => {
    if (input === undefined) throw new Error('the files were not read yet');
    return input;
  };
  async function* pages(): AsyncGenerator<readonly PageRow[]> {
    await sweepSpoolFolders();
    const spoolDirectory = newSpoolFolder();
    try {
      const files = await filesIn(spoolDirectory);
      const opened = await openInput({ files, dedupe, spoolDirectory, ...(signal && { signal }) });
      input = { facts: opened.facts, firstMalformed: opened.firstMalformed };
      const paginator = paginate();
      for await (const chunk of opened.source.read(signal && { signal })) yield paginator.add(chunk);
      yield paginator.rest();
    } finally {
      await rm(spoolDirectory, { recursive: true, force: true });
    }
  }
  return { pages: pages(), facts: () => known().facts, firstMalformed: () => known().firstMalformed };
}
