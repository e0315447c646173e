import { open, type FileHandle } from 'node:fs/promises';
import { CredentialError } from '@unpush/core';
import { ServiceAccount } from '../huawei/service-account.ts';

/** A service account read from a file. */
export interface ServiceAccountFile {
  readonly account: ServiceAccount;
  /** Whether others than the owner may read the file: a reason for a warning (`chmod 600`). */
  readonly looseMode: boolean;
}

/** The vendor's files are about 4 KB. */
const MOST_BYTES = 65_536;
const OTHERS_MAY_READ = 0o044;

/**
 * Reads the service account's JSON file that AppGallery Connect gave out.
 *
 * Throws `CredentialError`, with the path, for a file that is missing, may not be read, or holds something else.
 */
export async function readServiceAccountFile(path: string): Promise<ServiceAccountFile> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    const status = await file.stat();
    if (status.isDirectory()) throw refuse(path, 'is a directory. Give the JSON file in it.');
    const bytes = await readBounded(file);
    if (bytes === undefined)
      throw refuse(path, `is larger than ${MOST_BYTES} bytes, which no service account is. ${GIVE_IT}`);
    const looseMode =
      process.platform !== 'win32' && status.isFile() && (status.mode & OTHERS_MAY_READ) !== 0;
    return { account: accountIn(path, bytes), looseMode };
  } finally {
    await file.close();
  }
}

const GIVE_IT = 'Give the JSON file that AppGallery Connect gave out.';

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

function accountIn(path: string, bytes: Buffer): ServiceAccount {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse(path, `is not text (a PKCS#12 or DER file?). ${GIVE_IT}`);
  }
  try {
    return new ServiceAccount(text);
  } catch (error) {
    if (!CredentialError.isInstance(error)) throw error;
    throw new CredentialError(`${path}: ${error.message}`);
  }
}

function unreadable(path: string, cause: unknown): CredentialError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return refuse(
        path,
        'does not exist. Check the path; a relative one starts at the working directory.',
        cause,
      );
    case 'EACCES':
    case 'EPERM':
      return refuse(path, 'may not be read by this user. Check its owner and mode.', cause);
    case 'EISDIR':
      return refuse(path, 'is a directory. Give the JSON file in it.', cause);
    default:
      return refuse(path, `cannot be read (${String(code)}).`, cause);
  }
}

function refuse(path: string, problem: string, cause?: unknown): CredentialError {
  return new CredentialError(`The service account file ${path} ${problem}`, { cause });
}
