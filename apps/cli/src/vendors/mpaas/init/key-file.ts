import { readAccessKeyFile } from '@unpush/transport/undici';
import { resolve } from 'node:path';
import type { KeyFile } from '../../rooms/init-room.ts';

/** Whether the file holds an access key. Throws `CredentialError`. */
export async function checkKeyFile(typed: string, cwd: string): Promise<KeyFile> {
  const path = resolve(cwd, typed);
  const { looseMode } = await readAccessKeyFile(path);
  return { path, looseMode };
}
