import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { errorCode, named, unreadable } from './bytes/file-errors.ts';
import { spool } from './bytes/spool.ts';
import { formatOf } from './formats/format.ts';
import type { InputFormat } from './formats/input-format.ts';
import type { ReaderFile } from './formats/format-reader.ts';
import type { InputFile } from './input-file.ts';
import { inputFault, STDIN } from '../../intake/input-fault.ts';

/** A file that can be read as often as one likes. */
export interface PreparedFile extends ReaderFile {
  /** Where its bytes lie: of standard input, in the spool. */
  readonly path: string;
  readonly format: InputFormat;
  /** Whether `path` is the spool. */
  readonly isSpooled: boolean;
}

export interface PrepareOptions {
  /** Asked for only where it is needed: Node opens its own at the first look. */
  readonly stdin: () => Readable;
  readonly spoolDirectory: string;
  readonly signal?: AbortSignal | undefined;
  /** Told of each file that must be removed in the end. */
  readonly onSpool: (path: string) => void;
}

/**
 * Looks at every file before any is read, and writes down what can be read only once.
 *
 * @throws InputError where one is not there, cannot be read, or is asked for in a format it cannot have.
 */
export async function prepare(
  files: readonly InputFile[],
  options: PrepareOptions,
): Promise<readonly PreparedFile[]> {
  if (files.filter(({ path }) => path === STDIN).length > 1) {
    throw inputFault({ file: STDIN, what: 'it is named twice, and can be read only once. Name it once.' });
  }
  const looked = await Promise.all(
    files.map(async (file) => ({ file, format: formatOf(file), lies: await whereItLies(file) })),
  );
  const prepared: PreparedFile[] = [];
  for (const { file, format, lies } of looked) {
    const { path: label, column, field } = file;
    prepared.push({
      label,
      format,
      ...(column !== undefined && { column }),
      ...(field !== undefined && { field }),
      path: lies ?? (await spooled(label, options)),
      isSpooled: lies !== label,
    });
  }
  return prepared;
}

/** The path under which it can be read again and again; `undefined` where it must be spooled first. */
async function whereItLies({ path, spool: kept }: InputFile): Promise<string | undefined> {
  if (kept === undefined) return (await isRegular(path)) ? path : undefined;
  await stat(kept).catch((cause: unknown) => {
    throw inputFault({
      file: path,
      what: `what was kept of it in ${kept} cannot be read (${errorCode(cause) ?? String(cause)}). A recall goes on only with the same list. Put that file back, or start a new recall with --again.`,
      cause,
    });
  });
  return kept;
}

async function isRegular(path: string): Promise<boolean> {
  if (path === STDIN) return false;
  const facts = await stat(path).catch((error: unknown) => {
    throw named(error, path);
  });
  if (facts.isDirectory()) throw unreadable('EISDIR', { file: path });
  return facts.isFile();
}

async function spooled(
  label: string,
  { stdin, spoolDirectory, signal, onSpool }: PrepareOptions,
): Promise<string> {
  const stream = label === STDIN ? stdin() : await openStream(label);
  const path = await spool(stream, { label, directory: spoolDirectory, signal });
  onSpool(path);
  return path;
}

async function openStream(path: string): Promise<Readable> {
  try {
    return (await open(path)).createReadStream();
  } catch (error) {
    throw named(error, path);
  }
}
