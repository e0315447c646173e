import { constants } from 'node:fs';
import { access, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SettingsError } from '../errors/settings-error.ts';
import { isSameFile, stampOf, type FileStamp } from './file-stamp.ts';

/** A file that a command is to write, and how it was asked for. */
export interface OutputPlace {
  readonly what: 'report' | 'evidence' | 'evidence key';
  /** `--report`. */
  readonly flag: string;
  readonly path: string;
  /** What an earlier session of the same recall wrote there; any other file is left alone. */
  readonly mayReplace?: FileStamp | undefined;
  /** Whether to say that nothing was sent, where something is wrong. */
  readonly nothingSent?: boolean;
}

/**
 * Makes sure that a file can be made at a path, and makes nothing: a person must not learn that only when they
 * have typed what they wanted to send. Throws {@link SettingsError}.
 */
export async function checkOutputPlace(place: OutputPlace): Promise<void> {
  const { path } = place;
  try {
    const kind = await kindOf(place);
    if (kind === 'file' || kind === 'directory') throw fault(place, kind);
    if (kind === 'nothing') await access(dirname(path), constants.W_OK | constants.X_OK);
    else await access(path, constants.W_OK);
  } catch (error) {
    throw cannotBeMade(place, error);
  }
}

/** Makes the file, for its owner only (mode 0600). Throws {@link SettingsError} rather than write over another. */
export async function makeOutput(place: OutputPlace): Promise<FileHandle> {
  try {
    const kind = await kindOf(place);
    return await open(place.path, kind === 'device' || kind === 'ours' ? 'w' : 'wx', 0o600);
  } catch (error) {
    throw cannotBeMade(place, error);
  }
}

type Kind = 'file' | 'ours' | 'directory' | 'device' | 'nothing';

/** A pipe or a device is written to as it is; a file of somebody's work is not written over. */
async function kindOf({ path, mayReplace }: OutputPlace): Promise<Kind> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'directory';
    if (!found.isFile()) return 'device';
    return isSameFile(mayReplace, await stampOf(path)) ? 'ours' : 'file';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}

function cannotBeMade(place: OutputPlace, error: unknown): SettingsError {
  if (SettingsError.isInstance(error)) return error;
  const { flag, path } = place;
  switch (codeOf(error)) {
    case 'EEXIST':
      return fault(place, 'file', error);
    case 'ENOENT':
    case 'ENOTDIR':
      return wrong(place, {
        words: `cannot be made, for there is no directory ${dirname(path)}`,
        remedy: `make it, or give ${flag} another path`,
        cause: error,
      });
    default:
      return wrong(place, {
        words: `cannot be made (${codeOf(error) ?? String(error)})`,
        remedy: `give ${flag} a path that you may write to`,
        cause: error,
      });
  }
}

function fault(place: OutputPlace, kind: 'file' | 'directory', cause?: unknown): SettingsError {
  const { flag } = place;
  return kind === 'file'
    ? wrong(place, {
        words: 'exists already, perhaps from an earlier recall',
        remedy: `give ${flag} another name, or move that file away`,
        cause,
      })
    : wrong(place, { words: 'is a directory', remedy: `give ${flag} the name of a file in it`, cause });
}

interface Wrong {
  readonly words: string;
  readonly remedy: string;
  readonly cause: unknown;
}

function wrong({ what, path, nothingSent }: OutputPlace, { words, remedy, cause }: Wrong): SettingsError {
  const before = nothingSent === true ? 'nothing was sent; ' : '';
  return new SettingsError(`the ${what} ${path} ${words}: ${before}${remedy}`, { cause });
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
