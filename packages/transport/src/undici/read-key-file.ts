import { open, type FileHandle } from 'node:fs/promises';
import { CredentialError } from '@unpush/core';

/** A file with a key in it. */
export interface KeyFile {
  /** Whose file it is: `service account file`. */
  readonly kind: string;
  readonly path: string;
  /** What a person is to give instead, as a sentence. */
  readonly giveIt: string;
}

/** What a key file holds. */
export interface KeyFileContent<T> {
  readonly content: T;
  /** Whether others than the owner may read the file: a reason for a warning (`chmod 600`). */
  readonly looseMode: boolean;
}

/** The vendors' files are a few KB at most. */
const MOST_BYTES = 65_536;
const IS_DIRECTORY = 'is a directory. Give the JSON file in it.';
const OTHERS_MAY_READ = 0o044;

/**
 * Reads a file with a key in it, and makes of its text what `parse` does.
 *
 * Throws `CredentialError`, with the path, for a file that is missing, may not be read, or that `parse` refuses.
 */
export async function readKeyFile<T>(
  keyFile: KeyFile,
  parse: (text: string) => T,
): Promise<KeyFileContent<T>> {
  const file = await open(keyFile.path, 'r').catch((cause: unknown) => {
    throw unreadable(keyFile, cause);
  });
  try {
    const status = await file.stat();
    if (status.isDirectory()) throw refuse(keyFile, IS_DIRECTORY);
    const bytes = await readBounded(file);
    if (bytes === undefined)
      throw refuse(keyFile, `is larger than ${MOST_BYTES} bytes, which no such file is. ${keyFile.giveIt}`);
    const looseMode =
      process.platform !== 'win32' && status.isFile() && (status.mode & OTHERS_MAY_READ) !== 0;
    return { content: parsed(keyFile, bytes, parse), looseMode };
  } finally {
    await file.close();
  }
}

/** Not by the file's size: a pipe has none. */
async function readBounded(file: FileHandle): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(MOST_BYTES + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
  }
  return undefined;
}

function parsed<T>(keyFile: KeyFile, bytes: Buffer, parse: (text: string) => T): T {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse(keyFile, `is not text (a PKCS#12 or DER file?). ${keyFile.giveIt}`);
  }
  try {
    return parse(text);
  } catch (error) {
    if (!CredentialError.isInstance(error)) throw error;
    throw new CredentialError(`${keyFile.path}: ${error.message}`);
  }
}

function unreadable(keyFile: KeyFile, cause: unknown): CredentialError {
  // Not by its class: under Jest the system's errors come from another realm than the program's
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return refuse(
        keyFile,
        'does not exist. Check the path; a relative one starts at the working directory.',
        cause,
      );
    case 'EACCES':
    case 'EPERM':
      return refuse(keyFile, 'may not be read by this user. Check its owner and mode.', cause);
    case 'EISDIR':
      return refuse(keyFile, IS_DIRECTORY, cause);
    default:
      return refuse(keyFile, `cannot be read (${String(code)}).`, cause);
  }
}

function refuse({ kind, path }: KeyFile, problem: string, cause?: unknown): CredentialError {
  return new CredentialError(`The ${kind} ${path} ${problem}`, { cause });
}
