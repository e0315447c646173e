import { InputError } from '../../../intake/input-error.ts';
import { inputFault } from '../../../intake/input-fault.ts';

const BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path',
  ENOTDIR: 'a part of the path is a file, not a directory. Check the path',
  EISDIR: 'this is a directory. Name the files in it, one --tokens each',
  EACCES: 'no permission to read it. Run as a user who may, or change its permissions',
  EPERM: 'no permission to read it. Run as a user who may, or change its permissions',
  Z_BUF_ERROR:
    'the compressed file is cut short: it ends before its gzip data does. Nothing was sent. Copy or export it again',
  Z_DATA_ERROR:
    'the compressed file is damaged: its gzip data does not hold. Nothing was sent. Copy or export it again',
};

/** An error of the system or of zlib as one that names the file and what to do; any other error as it is. */
export function named(error: unknown, file: string): unknown {
  const code = InputError.isInstance(error) ? undefined : errorCode(error);
  return code === undefined ? error : unreadable(code, { file, cause: error });
}

/** Why a file cannot be read, by the system's code for it. */
export function unreadable(
  code: string,
  { file, cause }: { readonly file: string; readonly cause?: unknown },
): InputError {
  const what = BY_CODE[code] ?? `it cannot be read (${code}). Check the file and its disk`;
  return inputFault({ file, what: `${what}.`, ...(cause !== undefined && { cause }) });
}

/** A file changes while it is first read: nothing has begun with it yet. */
export function changing(file: string): InputError {
  return inputFault({ file, what: 'it has changed while it was read. Leave it alone, and start again.' });
}

/** A file is not what it was when it was first read, and a recall has begun with it since. */
export function changed(file: string, cause?: unknown): InputError {
  return inputFault({
    file,
    ...(cause !== undefined && { cause }),
    what: 'it has changed since it was first read. A recall goes on only with the same list. Put the old file back and resume the recall, or start a new one with --again.',
  });
}

/** The code of one of the system's errors, or of zlib's; both have a number as well. */
export function errorCode(error: unknown): string | undefined {
  // Not by its class: under Jest the system's errors come from another realm than the program's
  if (typeof error !== 'object' || error === null) return undefined;
  if (!('code' in error) || !('errno' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
