import { stat } from 'node:fs/promises';

/** What tells that a file is still the one that was written. */
export interface FileStamp {
  readonly inode: number;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** The stamp of a regular file; `undefined` for a pipe or a device. */
export async function stampOf(path: string): Promise<FileStamp | undefined> {
  const found = await stat(path);
  return found.isFile() ? { inode: found.ino, bytes: found.size, modifiedMs: found.mtimeMs } : undefined;
}

export const isSameFile = (one: FileStamp | undefined, other: FileStamp | undefined): boolean =>
  one !== undefined &&
  one.inode === other?.inode &&
  one.bytes === other.bytes &&
  one.modifiedMs === other.modifiedMs;
