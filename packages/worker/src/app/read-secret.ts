import { CredentialError } from '@unpush/core';
import type { SecretValue } from './app-options.ts';

/** The text of a secret. Rejects with `CredentialError`, which names the option and never shows the secret. */
export async function readSecret(secret: SecretValue, option: string): Promise<string> {
  if (typeof secret === 'string') return secret;
  try {
    return await secret.get();
  } catch (cause) {
    throw new CredentialError(
      `${option} cannot be read from the Secrets Store: look whether the binding names a secret that is there, and whether this Worker may use it.`,
      { cause },
    );
  }
}
