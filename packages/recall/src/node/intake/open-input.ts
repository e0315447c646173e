import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { IntakeTotals, Malformed, TargetSource } from '../../intake/target-source.ts';
import type { InputFile, InputFileFacts } from './input-file.ts';
import { prepare } from './prepare.ts';
import { scan } from './scan.ts';

/** What to read, and how. */
export interface OpenInputOptions {
  /** Read in this order. */
  readonly files: readonly InputFile[];
  /** Targets given one by one (`--token`); they come after the files. */
  readonly tokens?: readonly string[];
  /** Whether a target that was met before, in whichever file, is dropped and counted. */
  readonly dedupe: boolean;
  /** Where what can be read only once (standard input, a pipe) is kept until `close`; made 0700 where missing. */
  readonly spoolDirectory: string;
  /** What `-` stands for; the process's own standard input unless another one is given. */
  readonly stdin?: Readable;
  /** Ends the first reading early. */
  readonly signal?: AbortSignal;
}

/** An input that was read through once, and can be read again. */
export interface OpenedInput extends AsyncDisposable {
  /** Its targets. Each reading makes sure that the files are still the same. */
  readonly source: TargetSource & { readonly totals: IntakeTotals };
  /** What each file holds, in the order they were named. */
  readonly files: readonly InputFileFacts[];
  /** What the targets given one by one hold. */
  readonly tokens: IntakeTotals;
  /** The first ten pieces that are no targets. */
  readonly firstMalformed: readonly Malformed[];
  /** Removes what was spooled; reading that again fails from then on. May be called twice. */
  close(): Promise<void>;
}

/**
 * Reads files of targets through: counts them, finds duplicates and malformed pieces, and digests the files. What
 * stays in memory afterwards does not grow with the input, but for a bit a target where there are duplicates to
 * drop; while it runs, about 25 bytes a target more to find them.
 *
 * Read are plain text, CSV, NDJSON and JSON, each also compressed with gzip. Blank lines, a byte order mark, CRLF
 * and blanks around a target are normal and counted as nothing. An empty input is none of its errors: it has 0
 * targets.
 *
 * @throws InputError where a file cannot be read, or is not what its format says; it names the file and what to
 * do. Nothing is left behind.
 *
 * @example
 * ```ts
 * await using input = await openInput({
 *   files: [{ path: 'tokens.txt.gz' }, { path: 'users.csv', column: 'push_token' }],
 *   dedupe: true,
 *   spoolDirectory: '/var/tmp/unpush',
 * });
 * input.source.totals; // { read: 3200000, malformed: 2, duplicate: 1410 }
 * for await (const { targets } of input.source.read()) console.log(targets.length);
 * ```
 */
export async function openInput(options: OpenInputOptions): Promise<OpenedInput> {
  const { spoolDirectory, signal } = options;
  const stdin = (): Readable => options.stdin ?? process.stdin;
  const spools: string[] = [];
  const close = async (): Promise<void> => {
    for (const path of spools) await rm(path, { force: true });
  };
  try {
    signal?.throwIfAborted();
    const onSpool = (path: string): void => void spools.push(path);
    const files = await prepare(options.files, { stdin, spoolDirectory, signal, onSpool });
    return { ...(await scan(files, options)), close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}
