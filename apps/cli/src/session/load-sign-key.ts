import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSigningKey } from '@unpush/recall/node';
import { SettingsError } from '../errors/settings-error.ts';

/** Reads the key for a signature. Throws {@link SettingsError}, or `CredentialError` where it is none. */
export async function loadSignKey(path: string): Promise<KeyObject> {
  let pem: string;
  try {
    pem = await readFile(path, 'utf8');
  } catch (error) {
    throw new SettingsError(
      `--sign-key ${path} cannot be read: ${String(error)}; give an Ed25519 private key in PEM`,
      { cause: error },
    );
  }
  return readSigningKey(pem);
}
