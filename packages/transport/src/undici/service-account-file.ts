import { ServiceAccount } from '../huawei/service-account.ts';
import { readKeyFile } from './read-key-file.ts';

/** A service account read from a file. */
export interface ServiceAccountFile {
  readonly account: ServiceAccount;
  /** Whether others than the owner may read the file: a reason for a warning (`chmod 600`). */
  readonly looseMode: boolean;
}

/**
 * Reads the service account's JSON file that AppGallery Connect gave out.
 *
 * Throws `CredentialError`, with the path, for a file that is missing, may not be read, or holds something else.
 */
export async function readServiceAccountFile(path: string): Promise<ServiceAccountFile> {
  const giveIt = 'Give the JSON file that AppGallery Connect gave out.';
  const { content, looseMode } = await readKeyFile(
    { kind: 'service account file', path, giveIt },
    (text) => new ServiceAccount(text),
  );
  return { account: content, looseMode };
}
