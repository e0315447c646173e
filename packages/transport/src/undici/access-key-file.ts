import { AccessKey } from '../mpaas/access-key.ts';
import { readKeyFile } from './read-key-file.ts';

/** An access key read from a file. */
export interface AccessKeyFile {
  readonly accessKey: AccessKey;
  /** Whether others than the owner may read the file: a reason for a warning (`chmod 600`). */
  readonly looseMode: boolean;
}

/**
 * Reads an access key of Alibaba Cloud from a JSON file: `accessKeyId`, `accessKeySecret` and, of temporary
 * credentials, `securityToken`.
 *
 * Throws `CredentialError`, with the path, for a file that is missing, may not be read, or holds something else.
 */
export async function readAccessKeyFile(path: string): Promise<AccessKeyFile> {
  const giveIt = 'Give a JSON file with accessKeyId and accessKeySecret.';
  const { content, looseMode } = await readKeyFile(
    { kind: 'access key file', path, giveIt },
    (text) => new AccessKey(text),
  );
  return { accessKey: content, looseMode };
}
