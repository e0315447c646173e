import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { InputFacts } from '@unpush/recall';
import { openInput, type InputFile, type OpenedInput } from '@unpush/recall/node';
import { SettingsError } from '../errors/settings-error.ts';
import { inputFiles, type InputRequest } from './input-request.ts';
import { keepTokens, readTokens, TOKENS } from './token-file.ts';

/** The targets of a new recall, as a later session can find them again. */
export interface RecallInput {
  readonly input: OpenedInput;
  /** The files, with the place where their bytes lie. */
  readonly files: readonly InputFile[];
}

/** Where from, and where to. */
export interface ReadingWorld {
  readonly stdin: Readable;
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** For what can be read only once. It stays there when the process ends. */
  readonly spoolDirectory: string;
}

/** Reads all targets of a new recall once: the plan needs their counts. */
export async function readRecallInput(
  request: InputRequest & { readonly dedupe: boolean },
  { stdin, cwd, signal, spoolDirectory }: ReadingWorld,
): Promise<RecallInput> {
  const { tokens, dedupe } = request;
  const files = inputFiles(request);
  const input = await openInput({ files, tokens, dedupe, spoolDirectory, keepSpool: true, stdin, signal });
  if (tokens.length > 0) await keepTokens(tokens, spoolDirectory);
  return {
    input,
    // A later session may be begun in another directory
    files: files.map((file, index) => ({
      ...file,
      spool: input.files[index]?.spool ?? resolve(cwd, file.path),
    })),
  };
}

/** A recall whose targets are read again. */
export interface KnownInput {
  readonly recallId: string;
  readonly facts: InputFacts;
  readonly files: readonly InputFile[];
  readonly spoolDirectory: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads the targets of a recall again: the same ones, at the same positions. Throws `InputError` for a list that is
 * not what it was, and {@link SettingsError} for targets of the command line that are gone.
 */
export async function reopenRecallInput(known: KnownInput): Promise<OpenedInput> {
  const { facts, files, spoolDirectory, signal } = known;
  return openInput({
    files,
    tokens: await tokensOf(known),
    dedupe: facts.dedupe,
    spoolDirectory,
    keepSpool: true,
    expected: facts.files,
    ...(signal !== undefined && { signal }),
  });
}

async function tokensOf({ recallId, facts, spoolDirectory }: KnownInput): Promise<readonly string[]> {
  if (!facts.files.some(({ path }) => path === TOKENS)) return [];
  try {
    return await readTokens(spoolDirectory);
  } catch (cause) {
    throw new SettingsError(
      `the targets that recall ${recallId} was given with --token are no longer in ${spoolDirectory}: begin a new recall with them`,
      { cause },
    );
  }
}
