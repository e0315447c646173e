import { importSigningKey } from '@unpush/transport';
import { readServiceAccountFile } from '@unpush/transport/undici';
import { resolve } from 'node:path';

/** What was found of a key file. */
export interface KeyFile {
  /** Absolute. */
  readonly path: string;
  /** Others than its owner can read it. */
  readonly looseMode: boolean;
}

/** Whether the file is a service account whose key can sign. Throws `CredentialError`. */
export async function checkKeyFile(typed: string, cwd: string): Promise<KeyFile> {
  const path = resolve(cwd, typed);
  const { account, looseMode } = await readServiceAccountFile(path);
  await importSigningKey(account);
  return { path, looseMode };
}
