import { importSigningKey } from '@unpush/transport';
import { readServiceAccountFile } from '@unpush/transport/undici';
import { resolve } from 'node:path';
import type { KeyFile } from '../../rooms/init-room.ts';

/** Whether the file is a service account whose key can sign. Throws `CredentialError`. */
export async function checkKeyFile(typed: string, cwd: string): Promise<KeyFile> {
  const path = resolve(cwd, typed);
  const { account, looseMode } = await readServiceAccountFile(path);
  await importSigningKey(account);
  return { path, looseMode };
}
