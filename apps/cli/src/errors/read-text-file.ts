import { readFile } from 'node:fs/promises';
import { SettingsError } from './settings-error.ts';

const BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EISDIR: 'it is a directory',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
};

/** A file that a flag or a setting names. */
export interface NamedFile {
  /** What names it: `--ca`, or the variable or profile that does. */
  readonly place: string;
  readonly path: string;
  /** What to give instead, as the end of a sentence. */
  readonly remedy: string;
}

/** Reads a text. Throws {@link SettingsError}, which says which file cannot be read, why, and what to give. */
export async function readTextFile({ place, path, remedy }: NamedFile): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    const why = code === undefined ? String(cause) : (BY_CODE[code] ?? code);
    throw new SettingsError(`${place} ${path} cannot be read: ${why}; ${remedy}`, { cause });
  }
}
