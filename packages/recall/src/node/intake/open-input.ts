import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { IntakeTotals, Malformed, TargetSource } from '../../intake/target-source.ts';
import type { FileFacts, InputFacts } from '../../summary/facts.ts';
import { assertSameInput } from './expected.ts';
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
  /** Whether it stays there after `close`, for another process to go on with. False unless said otherwise. */
  readonly keepSpool?: boolean;
  /** What `facts.files` were when the recall began: it goes on only with the same lists. */
  readonly expected?: readonly FileFacts[];
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
  /** The same for the record of a recall: targets given one by one are a file there, named `--token`. */
  readonly facts: InputFacts;
  /** What the targets given one by one hold. */
  readonly tokens: IntakeTotals;
  /** The first ten pieces that are no targets. */
  readonly firstMalformed: readonly Malformed[];
  /** Removes what was spooled, unless it is to be kept; reading that again fails then. May be called twice. */
  close(): Promise<void>;
}

/**
 * Reads files of targets through: counts them, finds duplicates and malformed pieces, and digests the files. What
 * stays in memory afterwards does not grow with the input, but for a bit a target where there are duplicates to
 * drop; while it runs, at most 30 bytes a target more to find them.
 *
 * Read are plain text, CSV, NDJSON and JSON, each also compressed with gzip. Blank lines, a byte order mark, CRLF
 * and blanks around a target are normal and counted as nothing. An empty input is none of its errors: it has 0
 * targets.
 *
 * @throws InputError where a file cannot be read, is not what its format says, or is not the one that is expected;
 * it names the file and what to do. Nothing is left behind.
 *
 * @example
 * ```ts
 * await using input = await openInput({
 *   files: [{ path: 'tokens.txt.gz' }, { path: 'users.csv', column: 'push_token' }],
 *   dedupe: true,
 *   spoolDirectory: '/var/tmp/unpush',
 * });
 * input.source.totals; // { read: 3200000, malformed: 2, duplicate: 1410 }
 * for await (const { targets } of input.source.read()) console.log(targets.count);
 * ```
 */
export async function openInput(options: OpenInputOptions): Promise<OpenedInput> {
  const { spoolDirectory, keepSpool = false, expected, signal } = options;
  const stdin = (): Readable => options.stdin ?? process.stdin;
  const spools: string[] = [];
  const removeSpools = async (): Promise<void> => {
    for (const path of spools) await rm(path, { force: true });
  };
  const close = keepSpool ? (): Promise<void> => Promise.resolve() : removeSpools;
  try {
    signal?.throwIfAborted();
    const onSpool = (path: string): void => void spools.push(path);
    const files = await prepare(options.files, { stdin, spoolDirectory, signal, onSpool });
    const scanned = await scan(files, options);
    if (expected !== undefined) assertSameInput(scanned.facts.files, expected);
    return { ...scanned, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await removeSpools();
    throw error;
  }
}
