import type { KeyObject } from 'node:crypto';
import { readSigningKey } from '@unpush/recall/node';
import { readTextFile } from '../errors/read-text-file.ts';

/** Reads the key for a signature. Throws `SettingsError`, or `CredentialError` where it is none. */
export const loadSignKey = async (path: string): Promise<KeyObject> =>
  readSigningKey(
    await readTextFile({ place: '--sign-key', path, remedy: 'give an Ed25519 private key in PEM' }),
  );
