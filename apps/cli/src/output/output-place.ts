import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SettingsError } from '../errors/settings-error.ts';
import { isSameFile, stampOf, type FileStamp } from './file-stamp.ts';
import { putInPlace } from './put-in-place.ts';

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
    if (kind === 'device') await access(path, constants.W_OK);
    else
      await access(dirname(kind === 'ours' ? await realpath(path) : path), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotBeMade(place, error);
  }
}

/** A file that is being written. What is not finished when it is let go of leaves nothing behind. */
export interface OpenOutput extends AsyncDisposable {
  readonly handle: FileHandle;
  /** Gives it its name. Throws {@link SettingsError} rather than write over another file. */
  finish(): Promise<void>;
}

/**
 * Begins a file, for its owner only (mode 0600), beside the place that it is for: a process that is killed leaves
 * no half of it under its name. Throws {@link SettingsError}.
 */
export async function openOutput(place: OutputPlace): Promise<OpenOutput> {
  try {
    const kind = await kindOf(place);
    if (kind === 'file' || kind === 'directory') throw fault(place, kind);
    return kind === 'device' ? await openDevice(place) : await openBeside(place, kind);
  } catch (error) {
    throw cannotBeMade(place, error);
  }
}

async function openDevice({ path }: OutputPlace): Promise<OpenOutput> {
  const handle = await open(path, 'w');
  return {
    handle,
    finish: () => handle.close(),
    [Symbol.asyncDispose]: () => handle.close().catch(() => undefined),
  };
}

async function openBeside(place: OutputPlace, kind: 'ours' | 'nothing'): Promise<OpenOutput> {
  // A link to our own file stays one
  const path = kind === 'ours' ? await realpath(place.path) : place.path;
  const half = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  const handle = await open(half, 'wx', 0o600);
  return {
    handle,
    async finish() {
      try {
        await handle.close();
        if (kind === 'nothing') await putInPlace(half, path);
        else if ((await kindOf(place)) === 'ours') await rename(half, path);
        else throw fault(place, 'file');
      } catch (error) {
        throw cannotBeMade(place, error);
      }
    },
    async [Symbol.asyncDispose]() {
      await handle.close().catch(() => undefined); // what went wrong before says more
      await rm(half, { force: true }).catch(() => undefined);
    },
  };
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
    if (codeOf(error) !== 'ENOENT') throw error;
    // A link to nothing takes the name all the same
    return (await lstat(path).catch(() => undefined)) === undefined ? 'nothing' : 'file';
  }
}

/** Two files cannot be one. Throws {@link SettingsError}. */
export function refuseSamePlace(one: OutputPlace | undefined, other: OutputPlace | undefined): void {
  if (one === undefined || one.path !== other?.path) return;
  throw wrong(one, {
    words: `and the ${other.what} are the same file`,
    remedy: `give ${one.flag} and ${other.flag} a name each`,
    cause: undefined,
  });
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
