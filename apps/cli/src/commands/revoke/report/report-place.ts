import { constants } from 'node:fs';
import { access, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SettingsError } from '../../../errors/settings-error.ts';

/**
 * Makes sure that a report can be made at a path, and makes nothing: a person must not learn that only when they
 * have typed what they wanted to send. Throws {@link SettingsError}.
 */
export async function checkReportPlace(path: string): Promise<void> {
  try {
    const kind = await kindOf(path);
    if (kind === 'file' || kind === 'directory') throw fault(path, kind);
    if (kind === 'device') await access(path, constants.W_OK);
    else await access(dirname(path), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotBeMade(path, error);
  }
}

/** Makes the file, for its owner only (mode 0600). Throws {@link SettingsError} rather than write over another. */
export async function makeReport(path: string): Promise<FileHandle> {
  try {
    return await open(path, (await kindOf(path)) === 'device' ? 'w' : 'wx', 0o600);
  } catch (error) {
    throw cannotBeMade(path, error);
  }
}

/** A pipe or a device is written to as it is; a file of somebody's work is not written over. */
async function kindOf(path: string): Promise<'file' | 'directory' | 'device' | 'nothing'> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'directory';
    return found.isFile() ? 'file' : 'device';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}

function cannotBeMade(path: string, error: unknown): SettingsError {
  if (SettingsError.isInstance(error)) return error;
  switch (codeOf(error)) {
    case 'EEXIST':
      return fault(path, 'file', error);
    case 'ENOENT':
    case 'ENOTDIR':
      return new SettingsError(
        `the report ${path} cannot be made, for there is no directory ${dirname(path)}: nothing was sent; make it, or give --report another path`,
        { cause: error },
      );
    default:
      return new SettingsError(
        `the report ${path} cannot be made (${codeOf(error) ?? String(error)}): nothing was sent; give --report a path that you may write to`,
        { cause: error },
      );
  }
}

function fault(path: string, kind: 'file' | 'directory', cause?: unknown): SettingsError {
  const words =
    kind === 'file'
      ? 'exists already, perhaps from an earlier recall: nothing was sent; give --report another name, or move that file away'
      : 'is a directory: nothing was sent; give --report the name of a file in it';
  return new SettingsError(`the report ${path} ${words}`, { cause });
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
